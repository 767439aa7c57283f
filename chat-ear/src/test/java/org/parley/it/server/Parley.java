package org.parley.it.server;

import java.net.URI;

/** A Parley that answers on this machine, on any server. */
public interface Parley {

    /** Scheme, host and port, without the context root. */
    URI origin();

    default URI at(String path) {
        return origin().resolve("/chat" + path);
    }

    default URI socket() {
        return URI.create("ws://" + origin().getAuthority() + "/chat/socket");
    }
}
