package org.parley.it.fault;

import java.util.Objects;

/**
 * A promise that was not kept.
 *
 * @param id the command that it is about; null when it is about an entry or a conversation
 * @param conversation null when it is about a command only
 * @param seq 0 when no single entry is meant
 */
record Violation(Rule rule, String what, String id, String conversation, long seq) {

    /** The promises, one by one. */
    enum Rule {
        NO_GAPS,
        STORED_ONCE,
        ACKED_IS_STORED,
        ONE_ANSWER,
        REFUSED_LEAVES_NOTHING,
        SENT_BY_SOMEBODY,
        DELIVERED_AS_STORED,
        IN_ORDER,
        EVERY_DEVICE,
        OWN_ORDER,
        ONE_CONVERSATION,
        NO_FAULT
    }

    /** Whether a line of the history tells of the same command or entry. */
    boolean concerns(Event event) {
        if (event instanceof Event.Attempted attempt) {
            return attempt.id().equals(id);
        }
        if (event instanceof Event.Acked ack) {
            return ack.id().equals(id) || isMeant(ack.conversation(), ack.seq());
        }
        if (event instanceof Event.Refused refusal) {
            return Objects.equals(refusal.id(), id);
        }
        if (event instanceof Event.Delivered delivery) {
            Event.Entry entry = delivery.entry();
            return id != null && id.equals(entry.id()) || isMeant(entry.conversation(), entry.seq());
        }
        return event instanceof Event.Struck;
    }

    private boolean isMeant(String named, long number) {
        return conversation != null && conversation.equals(named) && seq > 0 && seq == number;
    }
}
