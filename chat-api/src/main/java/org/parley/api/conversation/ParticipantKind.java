package org.parley.api.conversation;

import org.parley.api.wire.WireName;

/** The kind of a participant or author. */
public enum ParticipantKind implements WireName {
    VISITOR,
    OPERATOR,
    BOT,
    SYSTEM;
}
