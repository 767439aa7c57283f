package org.parley.api.conversation;

/**
 * How far a participant has come in the public log. Numbers only rise.
 *
 * @param delivered the newest number that one of their devices has reported; 0 for none
 * @param read the newest number that they have seen; never above {@code delivered}
 */
public record Receipt(ConversationId conversation, Participant participant, long delivered, long read) {}
