package org.parley.api.wire;

import java.util.Locale;

/** A constant of an enum that goes over the wire. */
public interface WireName {
    String name();

    /** The constant's name in lower case. */
    default String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
