package org.parley.ejb.routing.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.api.routing.RoutingStrategy.BY_URGENCY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.parley.api.conversation.ConversationId;
import org.parley.api.department.DepartmentId;
import org.parley.api.routing.QueuePosition;
import org.parley.api.routing.RoutingArbitraries;
import org.parley.api.routing.Waiting;
import org.parley.ejb.routing.SetClock;
import org.parley.ejb.routing.queue.QueuePositions.Moved;
import org.parley.ejb.routing.queue.QueuePositions.News;

class QueuePositionsTest {
    private static final DepartmentId SUPPORT = new DepartmentId(new UUID(0, 0));

    private final SetClock clock = new SetClock();

    @Provide
    Arbitrary<List<Waiting>> queues() {
        return RoutingArbitraries.queue();
    }

    /** For all changes of a queue: listeners know the truth when nothing is held back. */
    @Property
    void newsShouldAddUpToThePositions(
            @ForAll("queues") List<Waiting> all,
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 11) Integer> moves,
            @ForAll @Size(30) List<@IntRange(max = 2500) Integer> pauses) {
        QueuePositions positions = new QueuePositions(clock);
        WaitingQueue queue = new WaitingQueue(SUPPORT);
        Map<ConversationId, QueuePosition> known = new HashMap<>();
        Map<ConversationId, Long> heard = new HashMap<>();
        for (int i = 0; i < moves.size(); i++) {
            move(queue, all, moves.get(i));
            clock.pass(Duration.ofMillis(pauses.get(i)));

            News news = positions.news(queue, 1);

            for (Moved one : news.moved()) {
                ConversationId id = one.place().id();
                assertThat(one.position()).isNotEqualTo(known.put(id, one.position()));
                Long before = heard.put(id, clock.millis());
                assertThat(before == null || clock.millis() - before >= QueuePositions.QUIET.toMillis())
                        .isTrue();
                assertThat(one.place().position()).contains(one.position());
            }
            known.keySet().removeIf(id -> queue.find(id) == null);
            heard.keySet().removeIf(id -> queue.find(id) == null);
            assertThat(news.askAgain() != null || known.equals(truth(queue))).isTrue();
        }
        while (true) {
            News news = positions.news(queue, 1);
            news.moved().forEach(one -> known.put(one.place().id(), one.position()));
            if (news.askAgain() == null) {
                break;
            }
            assertThat(news.askAgain()).isAfter(clock.instant());
            clock.pass(Duration.between(clock.instant(), news.askAgain()));
        }

        assertThat(known).isEqualTo(truth(queue));
        assertThat(positions.news(queue, 1)).isEqualTo(new News(List.of(), null));
    }

    @Example
    void aMoveShortlyAfterAnotherShouldWait() {
        QueuePositions positions = new QueuePositions(clock);
        WaitingQueue queue = three();
        assertThat(positions.news(queue, 1).moved()).hasSize(3);
        clock.pass(Duration.ofMillis(2500));
        queue.remove(queue.inOrder().get(0));
        assertThat(positions.news(queue, 1).moved()).as("after quiet at once").hasSize(2);
        clock.pass(Duration.ofMillis(500));
        queue.remove(queue.inOrder().get(0));

        assertThat(positions.news(queue, 1))
                .isEqualTo(new News(List.of(), clock.instant().plusMillis(1500)));

        clock.pass(Duration.ofMillis(1500));
        assertThat(positions.news(queue, 1).moved())
                .extracting(Moved::position)
                .containsExactly(new QueuePosition(queue.inOrder().get(0).id(), 1, null));
    }

    @Example
    void whoHasJustComeShouldNotWaitForOthers() {
        QueuePositions positions = new QueuePositions(clock);
        WaitingQueue queue = three();
        Place last = queue.inOrder().get(2);
        queue.remove(last);
        positions.news(queue, 1);
        queue.remove(queue.inOrder().get(0));
        queue.put(last.queued());

        assertThat(positions.news(queue, 1).moved())
                .extracting(one -> one.position().position())
                .containsExactly(2);
    }

    @Example
    void whatOthersHaveWaitedShouldTellHowLongItTakes() {
        QueuePositions positions = new QueuePositions(clock);
        WaitingQueue queue = three();
        positions.news(queue, 1);
        Place stranger = new Place(queue.inOrder().get(0).queued());
        // The second has moved two places in four minutes; others who are not known here stood first.
        positions.served(SUPPORT, queue.inOrder().get(1), Duration.ofMinutes(4), 1);
        positions.served(SUPPORT, stranger, Duration.ofMinutes(2), 1);
        positions.served(SUPPORT, stranger, Duration.ofMinutes(1), 2);

        assertThat(expected(positions, queue, 1))
                .containsExactly(Duration.ofMinutes(2), Duration.ofMinutes(4), Duration.ofMinutes(6));
        assertThat(expected(positions, queue, 0)).containsOnlyNulls();
        assertThat(expected(positions, queue, 2))
                .containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(3));
    }

    private List<Duration> expected(QueuePositions positions, WaitingQueue queue, int accepting) {
        clock.pass(Duration.ofSeconds(5));
        return positions.news(queue, accepting).moved().stream()
                .map(one -> one.position().expected())
                .toList();
    }

    private static WaitingQueue three() {
        WaitingQueue queue = new WaitingQueue(SUPPORT);
        RoutingArbitraries.queue()
                .filter(all -> all.size() == 3)
                .sample()
                .forEach(one -> queue.put(Queues.queued(one)));
        return queue;
    }

    private static Map<ConversationId, QueuePosition> truth(WaitingQueue queue) {
        Map<ConversationId, QueuePosition> truth = new HashMap<>();
        List<Waiting> sorted =
                new ArrayList<>(queue.inOrder().stream().map(Place::waiting).toList());
        sorted.sort(BY_URGENCY);
        sorted.forEach(
                one -> truth.put(one.conversation(), new QueuePosition(one.conversation(), truth.size() + 1, null)));
        return truth;
    }

    /** Removes a waiting conversation, or adds a missing one. */
    private static void move(WaitingQueue queue, List<Waiting> all, int index) {
        if (index < all.size()) {
            Place there = queue.find(all.get(index).conversation());
            if (there == null) {
                queue.put(Queues.queued(all.get(index)));
            } else {
                queue.remove(there);
            }
        }
    }
}
