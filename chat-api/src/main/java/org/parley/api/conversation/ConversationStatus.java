package org.parley.api.conversation;

import org.parley.api.wire.WireName;

/**
 * The life of a conversation. It is queued until an operator accepts it, and then active until somebody closes it. An
 * active one is queued again after a transfer to a department, or when its owner does not come back. A closed one may
 * be reopened, and is then queued or active; a merged one is closed until the merge is undone.
 */
public enum ConversationStatus implements WireName {
    QUEUED,
    ACTIVE,
    CLOSED;
}
