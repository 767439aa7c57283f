package org.parley.api.invitation;

import java.time.Instant;
import java.util.UUID;
import org.parley.api.conversation.Participant;
import org.parley.api.department.DepartmentId;

/**
 * An offer to talk, as it was committed.
 *
 * @param author the operator who invites; of kind SYSTEM, with the department's id and name, when a rule does
 * @param conversation what came of it; null before that
 * @param expires when it is over unless the visitor has said something
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
        UUID conversation,
        Instant created,
        Instant expires) {}
