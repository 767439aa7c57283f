package org.parley.web.limit;

import org.parley.api.error.ChatException;

/** A limit that is checked before the server waits for a request's body. */
public interface EarlyLimit {
    /** The path of the requests that it limits. */
    String path();

    /**
     * Counts nothing.
     *
     * @param network of the address
     * @param isKnown whether the request brings a good token
     * @throws ChatException RATE_LIMITED when the request would be refused with any body
     */
    void ask(String network, boolean isKnown);
}
