package org.parley.web.visitor;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.ConversationEvent.Changed;
import org.parley.api.event.EventFeed;
import org.parley.api.visitor.LiveVisitor;
import org.parley.api.visitor.VisitorBlocked;
import org.parley.api.visitor.VisitorDescribed;
import org.parley.web.connection.Connection;
import org.parley.web.connection.Timer;
import org.parley.web.limit.Buckets;

/**
 * Does everything for live visitors once a second, on one thread: new pages go on the board and into trails, visitors
 * who left are taken off, and watchers are told. So a thousand pages cost a watcher one look, and a slow database
 * delays no message.
 */
@ApplicationScoped
public class VisitorRounds {
    private static final int MOST_VISITS = 50_000;

    @Inject
    Timer timer;

    @Inject
    EventFeed events;

    @Inject
    VisitorKeeper keeper;

    @Inject
    VisitorWatchers watchers;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.visitor.absence")
    int absenceMinutes;

    @Inject
    @ConfigProperty(name = "parley.visitor.waiting")
    int mostWaiting;

    @Inject
    @ConfigProperty(name = "parley.visitor.pages-per-minute")
    int pagesPerMinute;

    private Queue<PageReport> waiting;
    private VisitBoard board;
    private Buckets byVisitor;
    private Future<?> rounds;

    @PostConstruct
    void prepare() {
        waiting = new ArrayBlockingQueue<>(mostWaiting);
        byVisitor = new Buckets(pagesPerMinute, Duration.ofMinutes(1));
        board = new VisitBoard(clock, Duration.ofMinutes(absenceMinutes), MOST_VISITS);
    }

    // At the start, because a task scheduled by a request would run as that request's caller.
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        events.subscribe(Changed.class, event -> board.talks(event.conversation()));
        events.subscribe(VisitorDescribed.class, event -> board.describes(event.visitor()));
        events.subscribe(VisitorBlocked.class, event -> board.forgetVisitor(event.visitor()));
        rounds = timer.everyWaiting(Duration.ofSeconds(1), "Looking after live visitors", this::round);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    VisitBoard board() {
        return board;
    }

    /** The live visitors, newest first. */
    public List<LiveVisitor> live() {
        return board.live();
    }

    /** Takes in a visitor's page. Too many pages of one visitor, or of all, are dropped; nothing depends on them. */
    void saw(Connection device, Page page) {
        if (byVisitor.take(device.participant().id()) > 0) {
            return;
        }
        waiting.offer(
                new PageReport(device.participant(), device.caller().site(), device.agent(), page, clock.instant()));
    }

    void round() {
        keeper.take(board, arrivals());
        watchers.tell(board.live());
    }

    private List<PageReport> arrivals() {
        List<PageReport> arrivals = new ArrayList<>();
        for (PageReport one = waiting.poll(); one != null && arrivals.size() < mostWaiting; one = waiting.poll()) {
            arrivals.add(one);
        }
        return arrivals;
    }
}
