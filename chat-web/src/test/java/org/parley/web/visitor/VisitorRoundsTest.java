package org.parley.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.web.connection.Connection;
import org.parley.web.connection.SetClock;
import org.parley.web.connection.Transport;
import org.parley.web.limit.FrameLimit;
import org.parley.web.protocol.CloseCode;
import org.parley.web.security.Identity;

class VisitorRoundsTest {
    private static final int MOST_WAITING = 100;

    private final SetClock clock = new SetClock();
    private final VisitorRounds rounds = VisitorDoubles.rounds(clock);
    private final List<String> taken = new ArrayList<>();

    @BeforeEach
    void wire() {
        rounds.watchers = VisitorDoubles.watchers(clock);
        rounds.keeper = new VisitorKeeper() {
            @Override
            void take(VisitBoard board, List<PageReport> reports) {
                reports.forEach(report -> taken.add(report.page().url()));
            }
        };
    }

    @Test
    void pagesShouldWaitForTheNextRoundInOrder() {
        see(3);
        assertThat(taken).isEmpty();
        rounds.round();
        assertThat(taken).containsExactly("0", "1", "2");
        rounds.round();
        assertThat(taken).hasSize(3);
    }

    @Test
    void whatDoesNotFitShouldBeDropped() {
        see(MOST_WAITING + 50);
        rounds.round();
        assertThat(taken).hasSize(MOST_WAITING);
        see(1);
        rounds.round();
        assertThat(taken).hasSize(MOST_WAITING + 1);
    }

    @Test
    void whoFloodsShouldNotKeepOthersFromBeingSeen() {
        rounds.pagesPerMinute = 3;
        rounds.prepare();
        see("mallory", 50);
        see("ada", 2);
        rounds.round();
        assertThat(taken).containsExactly("0", "1", "2", "0", "1");
    }

    private void see(int pages) {
        see("ada", pages);
    }

    private void see(String visitor, int pages) {
        Connection device = device(visitor);
        for (int i = 0; i < pages; i++) {
            rounds.saw(device, new Page(Integer.toString(i), null, null));
        }
    }

    private Connection device(String id) {
        Participant visitor = new Participant(ParticipantKind.VISITOR, id, id);
        Instant now = clock.instant();
        return new Connection(
                "s-1",
                new Caller(visitor, "shop", Set.of(Role.VISITOR)),
                Runnable::run,
                new Identity("parley", id, id, "shop", Set.of(), now.plusSeconds(60)),
                now,
                new Transport() {
                    @Override
                    public void send(String frame, java.util.function.Consumer<Throwable> done) {
                        done.accept(null);
                    }

                    @Override
                    public void close(CloseCode code) {}
                },
                new Connection.QueueLimits(10, 1000),
                new FrameLimit(10, 10));
    }
}
