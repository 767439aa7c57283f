package org.parley.web.limit;

import org.parley.api.error.ChatException;

/** A limit that is asked before the server waits for a request's body. */
public interface EarlyLimit {
    /** Of the requests that it is about. */
    String path();

    /**
     * Counts nothing.
     *
     * @param network what limits count the address by
     * @param isKnown whether the request brings a good token
     * @throws ChatException RATE_LIMITED when the request would be refused, whatever its body says
     */
    void ask(String network, boolean isKnown);
}
