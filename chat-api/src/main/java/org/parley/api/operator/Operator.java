package org.parley.api.operator;

import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.security.Role;

/**
 * Somebody who answers visitors.
 *
 * @param username the account's name, or the {@code sub} of the company's identity provider
 * @param issuer the identity provider; null for a built-in account
 * @param role operator, supervisor or administrator
 * @param version rises with every change, which shows the newer of two states
 */
public record Operator(
        OperatorId id, String username, String issuer, String name, Role role, OperatorStatus status, long version) {
    /** An operator who has not changed yet. */
    public Operator(OperatorId id, String username, String issuer, String name, Role role, OperatorStatus status) {
        this(id, username, issuer, name, role, status, 0);
    }

    public Participant asParticipant() {
        return new Participant(ParticipantKind.OPERATOR, id.toString(), name);
    }

    /** The same with the status that others see: willing only while they can be reached. */
    public Operator withStatus(OperatorStatus seen) {
        return new Operator(id, username, issuer, name, role, seen, version);
    }
}
