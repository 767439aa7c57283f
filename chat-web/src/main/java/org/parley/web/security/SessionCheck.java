package org.parley.web.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.parley.api.event.EventFeed;
import org.parley.api.operator.OperatorId;
import org.parley.api.security.Role;
import org.parley.api.security.Sessions;
import org.parley.api.security.SessionsEnded;
import org.parley.api.security.Standing;

/**
 * Whether a verified token of staff still counts, and with which role: one that both the token and the operator's row
 * allow. A good answer is kept for a second, or until sessions are ended on this node.
 */
@ApplicationScoped
public class SessionCheck {
    private static final int MOST = 10_000;
    private static final Duration LIFE = Duration.ofSeconds(1);

    @Inject
    Sessions sessions;

    @Inject
    EventFeed events;

    private LoadingCache<Identity, Checked> answers;

    /** An identity with its effective groups, and its operator. */
    public record Checked(Identity identity, Standing standing) {}

    @PostConstruct
    void prepare() {
        answers = Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LIFE).build(this::ask);
        events.subscribe(SessionsEnded.class, ended -> answers.invalidateAll());
    }

    /** @return empty when the token no longer counts */
    public Optional<Checked> check(Identity identity) {
        return Optional.ofNullable(answers.get(identity));
    }

    /** Forgets the kept answer. */
    public void forget(Identity identity) {
        answers.asMap().keySet().removeIf(known -> known.session().equals(identity.session()));
    }

    /**
     * The identity with its effective groups. Identities of visitors, and without a role, stay unchanged.
     *
     * @throws BadTokenException when the session of a staff token has ended
     */
    public Identity effective(Identity identity) throws BadTokenException {
        if (identity.session() == null || highest(identity.groups()).isEmpty()) {
            return identity;
        }
        return check(identity)
                .orElseThrow(() -> new BadTokenException("the session has ended"))
                .identity();
    }

    /** @return null, which is not kept, when the session does not count */
    private Checked ask(Identity identity) {
        Optional<Role> role = highest(identity.groups());
        if (role.isEmpty() || identity.session() == null) {
            return null;
        }
        Standing standing = identity.isOwn()
                ? own(identity)
                : sessions.ofProvider(
                        identity.issuer(),
                        identity.subject(),
                        identity.name(),
                        role.get(),
                        identity.session().began());
        Set<String> ended = sessions.ended(List.of(identity.session().id()));
        if (!counts(identity, standing, ended)) {
            return null;
        }
        Set<String> groups = allowed(identity.groups(), standing.operator().role());
        return new Checked(identity.withGroups(groups), standing);
    }

    private Standing own(Identity identity) {
        OperatorId operator = OperatorId.of(identity.subject());
        return sessions.standings(List.of(operator)).get(operator);
    }

    /**
     * Whether a session counts.
     *
     * @param standing null when the operator is gone
     * @param ended sessions that were ended singly
     */
    public static boolean counts(Identity identity, Standing standing, Set<String> ended) {
        Identity.Session session = identity.session();
        return standing != null
                && standing.enabled()
                && !ended.contains(session.id())
                && (identity.isOwn()
                        ? standing.generation().equals(session.generation())
                        : session.began().isAfter(standing.since()));
    }

    /** The token's groups, but none above the row's role. */
    private static Set<String> allowed(Set<String> groups, Role role) {
        return highest(groups).filter(said -> said.compareTo(role) > 0).isPresent() ? Set.of(role.group()) : groups;
    }

    /** The highest role of staff that these groups name. */
    private static Optional<Role> highest(Set<String> groups) {
        return Arrays.stream(Role.values())
                .filter(role -> role != Role.VISITOR && groups.contains(role.group()))
                .reduce((lower, higher) -> higher);
    }
}
