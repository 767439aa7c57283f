package org.parley.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.visitor.Visitors;

/** Finds out who a verified identity is among our visitors and operators. */
@ApplicationScoped
public class Callers {
    @Inject
    Visitors visitors;

    @Inject
    SessionCheck sessions;

    /**
     * @param inRole what the container says of the authenticated caller
     * @return empty when the visitor or operator is gone, or has no role
     */
    public Optional<Caller> find(Identity identity, Predicate<String> inRole) {
        // Visitors are many and asked for one role only: what Payara works out to refuse a role, it keeps for the
        // caller.
        if (identity.isOwn() && inRole.test(Role.VISITOR.group())) {
            return visitors.find(UUID.fromString(identity.subject()))
                    .filter(visitor -> visitor.site().equals(identity.site()))
                    .map(visitor -> new Caller(visitor.asParticipant(), visitor.site(), Set.of(Role.VISITOR)));
        }
        // A provider's token makes nobody a visitor: visitors belong to a site.
        Set<Role> roles = EnumSet.allOf(Role.class);
        roles.removeIf(role -> role == Role.VISITOR || !inRole.test(role.group()));
        if (roles.isEmpty()) {
            return Optional.empty();
        }
        return sessions.check(identity)
                .map(checked -> new Caller(checked.standing().operator().asParticipant(), null, roles));
    }
}
