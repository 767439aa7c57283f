package org.parley.api.conversation;

/**
 * That a conversation which waits was handed over by somebody.
 *
 * @param note what they wrote for whoever takes it; null for nothing
 */
public record PassedOn(Participant by, String note) {}
