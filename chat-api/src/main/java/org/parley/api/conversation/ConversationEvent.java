package org.parley.api.conversation;

import org.parley.api.event.CommittedEvent;

/**
 * Something that happened to a conversation and is committed. Immutable; never sent for a transaction that rolled back.
 * It is a hint: whoever missed one finds the truth in the log.
 */
public sealed interface ConversationEvent extends CommittedEvent {
    /** The conversation as it is after the event. */
    Conversation conversation();

    /** A new entry; {@code conversation} has it as its head unless more followed in the same transaction. */
    record EntryAppended(Conversation conversation, Entry entry) implements ConversationEvent {}

    /**
     * Status, owner, department or something else of the summary changed.
     *
     * @param former the operator or visitor whom it concerned before and does not any more; null for none
     */
    record Changed(Conversation conversation, Participant former) implements ConversationEvent {}

    /** A participant got or read further. */
    record ReceiptMoved(Conversation conversation, Receipt receipt) implements ConversationEvent {}
}
