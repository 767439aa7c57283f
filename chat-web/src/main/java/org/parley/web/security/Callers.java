package org.parley.web.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.parley.api.event.EventFeed;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.visitor.Visitor;
import org.parley.api.visitor.VisitorDescribed;
import org.parley.api.visitor.VisitorId;
import org.parley.api.visitor.Visitors;

/**
 * Finds the visitor or operator of a verified identity. A visitor's new name counts at once on its own node, and within
 * two seconds on others.
 */
@ApplicationScoped
public class Callers {
    private static final Duration MEMORY = Duration.ofSeconds(2);
    private static final int MOST = 10_000;

    @Inject
    Visitors visitors;

    @Inject
    SessionCheck sessions;

    @Inject
    EventFeed events;

    private LoadingCache<VisitorId, Optional<Caller>> known;

    @PostConstruct
    void prepare() {
        known = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(MEMORY)
                .build(id -> visitors.find(id).map(Callers::caller));
        events.subscribe(
                VisitorDescribed.class,
                described -> known.invalidate(described.visitor().id()));
    }

    /** Spares a visitor who has just been stored from being looked up when they connect. */
    public void expect(Visitor visitor) {
        known.put(visitor.id(), Optional.of(caller(visitor)));
    }

    private static Caller caller(Visitor visitor) {
        return new Caller(visitor.asParticipant(), visitor.site(), Set.of(Role.VISITOR));
    }

    /**
     * @param inRole the container's answer about the authenticated caller
     * @return empty when the visitor or operator is gone, or has no role
     */
    public Optional<Caller> find(Identity identity, Predicate<String> inRole) {
        // Visitors are many, so they are asked for one role only: Payara keeps for each caller what it computes to
        // refuse a role.
        if (identity.isOwn() && inRole.test(Role.VISITOR.group())) {
            return known.get(VisitorId.of(identity.subject()))
                    .filter(visitor -> visitor.site().equals(identity.site()));
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
