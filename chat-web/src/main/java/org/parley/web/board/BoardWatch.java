package org.parley.web.board;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.parley.api.conversation.ConversationEvent;
import org.parley.api.error.ChatException;
import org.parley.api.event.EventFeed;
import org.parley.api.operator.LeasesChanged;
import org.parley.api.operator.PresenceEvent;
import org.parley.api.routing.Board;
import org.parley.api.routing.Supervision;
import org.parley.web.connection.Connection;
import org.parley.web.connection.Timer;

/**
 * Shows supervisors how the desk stands. While somebody watches, it asks the database every two seconds if an event has
 * told of something, so a busy desk costs no more than that. Without an event it asks every ten seconds, for what time
 * and other nodes change.
 */
@ApplicationScoped
public class BoardWatch {
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    @Inject
    Supervision supervision;

    @Inject
    EventFeed events;

    @Inject
    Clock clock;

    @Inject
    Timer timer;

    private final AtomicBoolean news = new AtomicBoolean();
    private Instant looked = Instant.MIN;
    private BoardWatchers watchers;
    private Future<?> turn;

    @PostConstruct
    void prepare() {
        watchers = new BoardWatchers(this::read);
    }

    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        List.of(ConversationEvent.Changed.class, PresenceEvent.class, LeasesChanged.class)
                .forEach(type -> events.subscribe(type, event -> news.set(true)));
        turn = timer.everyWaiting(PAUSE, "Reading the board", this::look);
    }

    private void look() {
        Instant now = clock.instant();
        if (news.getAndSet(false) || looked.isBefore(now.minus(LONGEST))) {
            looked = now;
            watchers.look();
        }
    }

    @PreDestroy
    void stop() {
        if (turn != null) {
            turn.cancel(false);
        }
    }

    /**
     * How the desk stands; waits for the database.
     *
     * @throws ChatException FORBIDDEN for everybody but supervisors
     */
    public Board read(Connection device) {
        if (!device.caller().oversees()) {
            throw ChatException.forbidden("Only supervisors can watch the board.");
        }
        AtomicReference<Board> board = new AtomicReference<>();
        device.asCaller(() -> board.set(supervision.board(device.caller())));
        return board.get();
    }

    /** Sends the device this board, and from now on the changes. */
    public void begin(Connection device, Board board) {
        watchers.begin(device, board);
        // What has happened since it was read is told soon.
        news.set(true);
    }

    public void end(Connection device) {
        watchers.end(device);
    }
}
