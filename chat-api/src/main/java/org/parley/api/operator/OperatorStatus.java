package org.parley.api.operator;

import org.parley.api.wire.WireName;

/** Whether an operator is willing. Whether they can be reached comes from their connections. */
public enum OperatorStatus implements WireName {
    ACCEPTING,
    AWAY,
    OFFLINE;
}
