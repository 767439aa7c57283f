package org.parley.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.visitor.VisitorId;
import org.parley.api.visitor.Visitors;

/** Finds the visitor or operator of a verified identity. */
@ApplicationScoped
public class Callers {
    @Inject
    Visitors visitors;

    @Inject
    SessionCheck sessions;

    /**
     * @param inRole the container's answer about the authenticated caller
     * @return empty when the visitor or operator is gone, or has no role
     */
    public Optional<Caller> find(Identity identity, Predicate<String> inRole) {
        // Visitors are many, so they are asked for one role only: Payara keeps for each caller what it computes to
        // refuse a role.
        if (identity.isOwn() && inRole.test(Role.VISITOR.group())) {
            return visitors.find(VisitorId.of(identity.subject()))
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
