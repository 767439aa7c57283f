package org.parley.ejb.conversation;

import java.util.UUID;
import org.parley.api.security.Caller;

/** A participant's word that they have got, or read, a public log up to a number. */
final class Mark extends Command<Void> {
    private final Caller participant;
    private final UUID conversation;
    private final long seq;
    private final boolean read;

    /** @param read whether they have seen it, which includes that it was delivered */
    Mark(Caller participant, UUID conversation, long seq, boolean read) {
        super(conversation.toString());
        this.participant = participant;
        this.conversation = conversation;
        this.seq = seq;
        this.read = read;
    }

    Caller participant() {
        return participant;
    }

    UUID conversation() {
        return conversation;
    }

    long seq() {
        return seq;
    }

    boolean isRead() {
        return read;
    }
}
