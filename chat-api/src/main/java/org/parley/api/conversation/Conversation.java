package org.parley.api.conversation;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Predicate;
import org.parley.api.department.DepartmentId;
import org.parley.api.security.Caller;

/**
 * A conversation as it was committed; a later one has a higher {@code version}.
 *
 * @param department the department's id
 * @param owner the operator who is responsible; null while queued
 * @param subject what it is about: the visitor's words; null when nothing was said yet
 * @param publicHead the number of the newest entry of the public log, 0 when empty
 * @param internalHead the same of the internal log
 * @param closed null while open
 * @param handling never null
 */
public record Conversation(
        UUID id,
        String site,
        DepartmentId department,
        String departmentName,
        ConversationStatus status,
        Participant visitor,
        Participant owner,
        String subject,
        long publicHead,
        long internalHead,
        Instant opened,
        Instant closed,
        long version,
        Handling handling) {
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

    /**
     * Whether the caller may see it as it is now: visitors what is theirs; staff what they own, are asked to take, and what
     * waits for a department that they serve; supervisors all.
     *
     * @param serves whether the caller serves a department; asked last, for it may cost a look into the database
     */
    public boolean visibleTo(Caller caller, Predicate<DepartmentId> serves) {
        return concerns(caller.participant())
                || caller.oversees()
                || caller.isStaff() && status == ConversationStatus.QUEUED && serves.test(department);
    }

    /** Whether the operator is asked to take it. */
    public boolean isOfferedTo(Participant candidate) {
        return handling.offer() != null && candidate.is(handling.offer().operator());
    }

    /** Whether this visitor or operator hears of what happens in it: they take part, or are asked to. */
    public boolean concerns(Participant candidate) {
        return hasParticipant(candidate) || isOfferedTo(candidate);
    }
}
