package org.parley.api.operator;

import org.parley.api.wire.WireName;

/** Whether an operator is willing; whether they can be reached (presence) comes from their connections. */
public enum OperatorStatus implements WireName {
    ACCEPTING,
    AWAY,
    OFFLINE;
}
