package org.parley.api.security;

import java.util.Set;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.operator.OperatorId;
import org.parley.api.visitor.VisitorId;

/**
 * Who calls, as the container proved it, or an {@link Actor}. Rights that depend on a row ("is this your conversation?")
 * are decided with it; rights that depend on the role alone by {@code @RolesAllowed}.
 *
 * @param participant the visitor or operator; of kind SYSTEM for an actor
 * @param site the visitor's site; null for staff and actors
 * @param roles at least one; none for an actor
 */
public record Caller(Participant participant, String site, Set<Role> roles) {
    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean isVisitor() {
        return participant.kind() == ParticipantKind.VISITOR;
    }

    public boolean isStaff() {
        return participant.kind() == ParticipantKind.OPERATOR;
    }

    /** Whether no person calls. */
    public boolean isHouse() {
        return participant.kind() == ParticipantKind.SYSTEM;
    }

    public static Caller of(Actor actor) {
        return new Caller(actor.participant(), null, Set.of());
    }

    /** Supervisors and administrators see the conversations of others. */
    public boolean oversees() {
        return roles.contains(Role.SUPERVISOR) || roles.contains(Role.ADMIN);
    }

    public String id() {
        return participant.id();
    }

    /** @throws IllegalStateException for who is no operator */
    public OperatorId operatorId() {
        return participant.operatorId();
    }

    /** @throws IllegalStateException for who is no visitor */
    public VisitorId visitorId() {
        return participant.visitorId();
    }
}
