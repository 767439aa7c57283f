package org.parley.web.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.event.EventFeed;
import org.parley.api.visitor.Blocks;
import org.parley.api.visitor.VisitorBlocked;
import org.parley.api.visitor.VisitorId;

/**
 * Ends the connections of blocked visitors, present and later ones. They get a moment to hear of the end of their
 * conversation, and why their words are refused.
 */
@ApplicationScoped
public class BlockedVisitors {
    private static final Duration MOMENT = Duration.ofSeconds(2);

    @Inject
    EventFeed events;

    @Inject
    ConnectionRegistry registry;

    @Inject
    Blocks blocks;

    @Inject
    Clock clock;

    void listen(@Observes @Initialized(ApplicationScoped.class) Object started) {
        events.subscribe(VisitorBlocked.class, blocked -> showOut(blocked.visitor()));
    }

    /** Ends the visitor's connections if they are blocked; waits for the database. */
    public boolean refuses(VisitorId visitor) {
        boolean blocked = blocks.hold(visitor);
        if (blocked) {
            showOut(visitor);
        }
        return blocked;
    }

    /** Ends the connections of a visitor who is blocked. */
    public void showOut(VisitorId visitor) {
        Instant end = clock.instant().plus(MOMENT);
        registry.of(new Participant(ParticipantKind.VISITOR, visitor.toString(), null))
                .forEach(device -> device.showOut(end));
    }
}
