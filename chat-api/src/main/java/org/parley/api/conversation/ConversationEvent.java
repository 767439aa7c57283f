package org.parley.api.conversation;

import org.parley.api.event.CommittedEvent;

/**
 * A committed change of a conversation. Immutable; never sent for a transaction that rolled back. It is a hint: a
 * listener that missed one finds the truth in the log.
 */
public sealed interface ConversationEvent extends CommittedEvent {
    /** The conversation as it is after the event. */
    Conversation conversation();

    /** A new entry. It is the head of {@code conversation}, unless more followed in the same transaction. */
    record EntryAppended(Conversation conversation, Entry entry) implements ConversationEvent {}

    /**
     * Status, owner, department or another field of the summary changed.
     *
     * @param former the operator or visitor whom it no longer concerns; null for none
     */
    record Changed(Conversation conversation, Participant former) implements ConversationEvent {}

    /** A participant got or read further. */
    record ReceiptMoved(Conversation conversation, Receipt receipt) implements ConversationEvent {}
}
