package org.parley.api.invitation;

import java.time.Instant;
import java.util.UUID;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Participant;
import org.parley.api.department.DepartmentId;

/**
 * An invitation to talk, as it was committed.
 *
 * @param author the inviting operator; for a rule of kind SYSTEM, with the department's id and name
 * @param conversation the conversation that it began; null before that
 * @param expires when it is over, unless the visitor reacts before
 */
public record Invitation(
        UUID id,
        String site,
        Participant visitor,
        DepartmentId department,
        String departmentName,
        Participant author,
        InvitationMode mode,
        InvitationState state,
        String text,
        ConversationId conversation,
        Instant created,
        Instant expires) {}
