package org.parley.web.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.parley.api.conversation.Participant;
import org.parley.api.invitation.Invitation;

/**
 * The invitations that visitors can answer now, as far as this node has heard. Events may come out of order; the
 * database decides.
 */
final class OpenInvitations {
    private static final int REMEMBERED = 1000;

    private final Clock clock;
    private final Duration patience;
    private final Map<UUID, Invitation> open = new HashMap<>();
    private final Map<UUID, Instant> goneSince = new HashMap<>();
    private final Map<UUID, Invitation> ended = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Invitation> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** @param patience how long a visitor may be gone before the invitation is over */
    OpenInvitations(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /** @return whether it has moved on since the last known state */
    synchronized boolean isNews(Invitation invitation) {
        UUID id = invitation.id();
        Invitation before = open.getOrDefault(id, ended.get(id));
        if (before != null && !before.state().mayBecome(invitation.state())) {
            return false;
        }
        if (invitation.state().isOpen()) {
            open.put(id, invitation);
        } else {
            open.remove(id);
            goneSince.remove(id);
            ended.put(id, invitation);
        }
        return true;
    }

    synchronized Optional<Invitation> of(Participant visitor) {
        return open.values().stream()
                .filter(invitation -> invitation.visitor().is(visitor))
                .findFirst();
    }

    synchronized List<Invitation> all() {
        return List.copyOf(open.values());
    }

    /** The invitations whose time is over, or whose visitor has been gone for too long. */
    synchronized List<UUID> due(Predicate<Participant> isThere) {
        Instant now = clock.instant();
        List<UUID> due = new ArrayList<>();
        open.forEach((id, invitation) -> {
            if (isThere.test(invitation.visitor())) {
                goneSince.remove(id);
            } else {
                goneSince.putIfAbsent(id, now);
            }
            Instant gone = goneSince.get(id);
            if (!invitation.expires().isAfter(now)
                    || gone != null && !gone.plus(patience).isAfter(now)) {
                due.add(id);
            }
        });
        return due;
    }
}
