package org.parley.web.connection;

import java.util.function.Consumer;
import org.parley.web.protocol.CloseCode;

/** The transport below a connection. */
public interface Wire {
    /** @param done told null when the frame is on its way, else what went wrong; maybe before this returns */
    void send(String frame, Consumer<Throwable> done);

    void close(CloseCode code);
}
