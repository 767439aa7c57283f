package org.parley.web.presence;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.ConversationFeed;
import org.parley.web.connection.Timer;
import org.parley.web.protocol.Absence;
import org.parley.web.protocol.ServerFrame;

/**
 * Tells each side of a conversation whether the other one has a living device. A visitor who turns to the next page, or
 * an operator who reloads theirs, is back before anybody hears of it.
 */
@ApplicationScoped
public class CompanyWatch {
    private static final Duration NEXT_PAGE = Duration.ofSeconds(5);

    @Inject
    ConnectionRegistry registry;

    @Inject
    PresenceBoard presence;

    @Inject
    Clock clock;

    @Inject
    Timer timer;

    @Inject
    @ConfigProperty(name = "parley.heartbeat")
    int heartbeat;

    @Inject
    @ConfigProperty(name = "parley.routing.owner-gone")
    int ownerGoneSeconds;

    @Inject
    @ConfigProperty(name = "parley.routing.keep-hours")
    int keepHours;

    /** When each side of a conversation was last there; at first the start of the application. */
    private Map<Participant, Instant> lastThere = new HashMap<>();

    private Instant started;
    private Duration lease;
    private Future<?> rounds;

    @PostConstruct
    void prepare() {
        started = clock.instant();
        lease = PresenceLease.length(Duration.ofSeconds(heartbeat));
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object application) {
        rounds = timer.every(Duration.ofSeconds(1), "Telling who is still there", this::look);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    void look() {
        Map<Participant, Instant> seen = new HashMap<>();
        for (Connection device : registry.all()) {
            if (device.isGreeted() && !device.isClosed()) {
                device.feeds().all().forEach(feed -> tell(device, feed, seen));
            }
        }
        lastThere = seen;
    }

    private void tell(Connection device, ConversationFeed feed, Map<Participant, Instant> seen) {
        Conversation conversation = feed.latest();
        Participant other = device.caller().isVisitor() ? conversation.owner() : conversation.visitor();
        boolean together = other != null && conversation.status() == ConversationStatus.ACTIVE;
        Absence absence = together ? absence(other, seen.computeIfAbsent(other, this::lastThere)) : null;
        if (feed.isNews(absence)) {
            device.send(ServerFrame.there(conversation.id(), other, absence));
        }
    }

    private Absence absence(Participant other, Instant last) {
        Duration absence = Duration.between(last, clock.instant());
        if (other.kind() == ParticipantKind.VISITOR) {
            return absence.compareTo(NEXT_PAGE) < 0 ? null : new Absence(last, false, null);
        }
        boolean offline = presence.hasSignedOff(other);
        return absence.compareTo(offline ? Duration.ofSeconds(1) : lease) < 0
                ? null
                : new Absence(last, offline, until(last, offline));
    }

    /** The latest time at which routing takes the conversation back. */
    private Instant until(Instant last, boolean offline) {
        Duration patience = offline ? Duration.ofHours(keepHours) : Duration.ofSeconds(ownerGoneSeconds);
        return ownerGoneSeconds == 0 ? null : last.plus(patience);
    }

    private Instant lastThere(Participant other) {
        Instant now = clock.instant();
        boolean there = registry.of(other).stream()
                .anyMatch(device -> device.isGreeted()
                        && !device.isClosed()
                        && device.lastHeard().plus(lease).isAfter(now));
        return there ? now : Objects.requireNonNullElse(lastThere.get(other), started);
    }
}
