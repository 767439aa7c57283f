package org.parley.api.conversation;

import org.parley.api.wire.WireName;

/** What a participant or author is. */
public enum ParticipantKind implements WireName {
    VISITOR,
    OPERATOR,
    BOT,
    SYSTEM;
}
