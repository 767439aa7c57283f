package org.parley.api.conversation;

import java.time.Instant;
import java.util.UUID;

/**
 * A conversation as it was committed; a later one has a higher {@code version}.
 *
 * @param department the department's id
 * @param owner the operator who is responsible; null while queued
 * @param subject what it is about: the visitor's words; null when nothing was said yet
 * @param publicHead the number of the newest entry of the public log, 0 when empty
 * @param internalHead the same of the internal log
 * @param closed null while open
 */
public record Conversation(
        UUID id,
        String site,
        UUID department,
        String departmentName,
        ConversationStatus status,
        Participant visitor,
        Participant owner,
        String subject,
        long publicHead,
        long internalHead,
        Instant opened,
        Instant closed,
        long version) {
    public long head(EntryLog log) {
        return log == EntryLog.PUBLIC ? publicHead : internalHead;
    }

    public boolean isOpen() {
        return status != ConversationStatus.CLOSED;
    }

    /** Whether this visitor or operator takes part now. */
    public boolean hasParticipant(Participant candidate) {
        return visitor.is(candidate) || candidate.is(owner);
    }
}
