package org.parley.api.conversation;

import org.parley.api.wire.WireName;

/** A conversation is queued until an operator accepts it, active until somebody closes it. */
public enum ConversationStatus implements WireName {
    QUEUED,
    ACTIVE,
    CLOSED;
}
