package org.parley.api.conversation;

import java.util.UUID;

/**
 * How far a participant has come in the public log. Numbers only rise.
 *
 * @param delivered newest number that one of their devices has said to have; 0 for none
 * @param read newest number that they have seen; never above {@code delivered}
 */
public record Receipt(UUID conversation, Participant participant, long delivered, long read) {}
