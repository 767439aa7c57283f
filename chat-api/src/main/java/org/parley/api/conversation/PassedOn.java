package org.parley.api.conversation;

/**
 * A transfer of a waiting conversation.
 *
 * @param by the operator who transferred it
 * @param note for the next owner; null for none
 */
public record PassedOn(Participant by, String note) {}
