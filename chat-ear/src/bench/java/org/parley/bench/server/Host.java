package org.parley.bench.server;

import java.net.URI;

/** A server under test. */
public interface Host extends AutoCloseable {

    String name();

    URI socket();

    long pid();

    @Override
    void close();
}
