package org.parley.api.operator;

import java.util.Locale;

/** Whether an operator is willing; whether they can be reached (presence) comes from their connections. */
public enum OperatorStatus {
    ACCEPTING,
    AWAY,
    OFFLINE;

    /** The name on the wire. */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
