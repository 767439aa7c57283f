package org.parley.bench.client;

/** Hears what happens on a {@link Line}, on the reactor's thread. */
public interface Listener {

    void opened(Line line);

    /** One text message, which is valid only during the call. */
    void text(byte[] bytes, int from, int to);

    /** The line is gone, closed by either side. */
    void closed(String why);
}
