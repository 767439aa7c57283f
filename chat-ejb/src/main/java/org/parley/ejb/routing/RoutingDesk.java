package org.parley.ejb.routing;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.conversation.ConversationEvent;
import org.parley.api.event.EventFeed;
import org.parley.api.operator.LeasesChanged;
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.PresenceEvent;
import org.parley.api.time.Rounds;
import org.parley.api.time.RoundsBook;
import org.parley.ejb.event.StaffingChanged;

/**
 * Gives waiting conversations to operators with room. It takes a turn when something has happened that may matter, or
 * when the time of something has come. Each node has a desk; the rows' locks decide between them (ADR-0033).
 */
@Singleton
@Startup
@DependsOn("Database")
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class RoutingDesk {
    private static final Logger LOG = Logger.getLogger(RoutingDesk.class.getName());

    @Inject
    RoutingTurn turn;

    @Inject
    RoutingState state;

    @Inject
    DutyBook duty;

    @Inject
    EventFeed events;

    @Inject
    RoundsBook book;

    @Inject
    Clock clock;

    @Resource
    ManagedThreadFactory threads;

    /** Short for a waiting visitor, and long enough for a burst of changes to cost one turn. */
    private static final long GATHER_MILLIS = 100;
    /** A turn that took long, because much waits, is followed by a longer pause. */
    private static final long PAUSE = 4;

    private final AtomicBoolean asked = new AtomicBoolean();
    private ScheduledExecutorService executor;
    private Rounds rounds;
    private volatile long lastTurnMillis;

    @PostConstruct
    void open() {
        executor = Executors.newSingleThreadScheduledExecutor(threads);
        Hints hints = state.hints();
        events.subscribe(ConversationEvent.Changed.class, changed -> {
            hints.changed(changed.conversation(), changed.former(), clock.instant());
            wake();
        });
        events.subscribe(PresenceEvent.class, presence -> {
            hints.operators(Set.of(presence.operator().id()));
            wake();
        });
        events.subscribe(LeasesChanged.class, leases -> {
            Set<OperatorId> news = duty.learn(leases.until());
            if (!news.isEmpty()) {
                hints.operators(news);
                wake();
            }
        });
        events.subscribe(StaffingChanged.class, staffing -> {
            hints.staffing();
            wake();
        });
        rounds = new Rounds("Routing", this::look, Runnable::run, clock);
        book.repeat(rounds, executor, Duration.ofSeconds(1));
    }

    @PreDestroy
    void close() {
        executor.shutdownNow();
    }

    /** The next turn sees what happens during a turn. */
    private void wake() {
        if (asked.compareAndSet(false, true)) {
            try {
                executor.schedule(rounds, Math.max(GATHER_MILLIS, PAUSE * lastTurnMillis), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.log(Level.FINE, "Nothing is routed any more, the application stops", e);
            }
        }
    }

    private void look() {
        asked.set(false);
        Instant began = clock.instant();
        turn.takeIfDue();
        lastTurnMillis = Duration.between(began, clock.instant()).toMillis();
    }
}
