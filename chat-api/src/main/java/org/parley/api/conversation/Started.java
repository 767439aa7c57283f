package org.parley.api.conversation;

/**
 * The answer to a start.
 *
 * @param created false when the visitor already had an open conversation there
 * @param seq the number of the first message; 0 when there was no text
 */
public record Started(Conversation conversation, boolean created, long seq) {}
