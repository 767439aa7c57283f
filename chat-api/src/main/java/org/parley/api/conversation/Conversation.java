package org.parley.api.conversation;

import java.time.Instant;
import java.util.function.Predicate;
import org.parley.api.department.DepartmentId;
import org.parley.api.security.Caller;

/**
 * A conversation as it was committed; a later state has a higher {@code version}.
 *
 * @param department the department's id
 * @param owner the operator who is responsible; null while queued
 * @param subject the visitor's words, in the form or first message; null when there are none yet
 * @param publicHead the number of the newest entry of the public log, 0 when empty
 * @param internalHead the same of the internal log
 * @param closed null while open
 * @param handling never null
 */
public record Conversation(
        ConversationId id,
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

    /** Whether it is this visitor's, or this operator owns it. */
    public boolean hasParticipant(Participant candidate) {
        return visitor.is(candidate) || candidate.is(owner);
    }

    /**
     * Whether the caller may see it as it is now. Visitors see their own. Staff see the ones that they own or are asked
     * to take, and the ones that wait for a department that they serve. Supervisors see all.
     *
     * @param serves whether the caller serves a department; asked last, because it may read the database
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

    /** Whether this visitor or operator hears of its events: they take part, or are asked to. */
    public boolean concerns(Participant candidate) {
        return hasParticipant(candidate) || isOfferedTo(candidate);
    }
}
