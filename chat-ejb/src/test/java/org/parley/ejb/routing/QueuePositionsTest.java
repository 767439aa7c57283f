package org.parley.ejb.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.api.routing.RoutingStrategy.BY_URGENCY;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
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
import org.parley.ejb.routing.QueuePositions.News;

class QueuePositionsTest {
    private static final DepartmentId SUPPORT = new DepartmentId(new UUID(0, 0));

    private final SetClock clock = new SetClock();
    private final QueuePositions queue = new QueuePositions(clock);

    @Provide
    Arbitrary<List<Waiting>> queues() {
        return RoutingArbitraries.queue();
    }

    @Property
    void everybodyShouldHaveOnePositionInTheOrderOfTheStrategy(@ForAll("queues") List<Waiting> waiting) {
        List<QueuePosition> positions = queue.positions(SUPPORT, BY_URGENCY, waiting, 1);

        assertThat(positions.stream().map(QueuePosition::conversation))
                .isEqualTo(waiting.stream()
                        .sorted(BY_URGENCY)
                        .map(Waiting::conversation)
                        .toList());
        assertThat(positions.stream().map(QueuePosition::position))
                .isEqualTo(IntStream.rangeClosed(1, waiting.size()).boxed().toList());
    }

    /** For all changes of a queue: listeners know the truth when nothing is held back. */
    @Property
    void newsShouldAddUpToThePositions(
            @ForAll("queues") List<Waiting> all,
            @ForAll @Size(min = 1, max = 30) List<@IntRange(max = 11) Integer> moves,
            @ForAll @Size(30) List<@IntRange(max = 1500) Integer> pauses) {
        // A queue of its own: the tries of a property share the fields of this class.
        QueuePositions queue = new QueuePositions(clock);
        List<Waiting> waiting = new ArrayList<>();
        Map<ConversationId, QueuePosition> known = new HashMap<>();
        Map<ConversationId, Duration> heard = new HashMap<>();
        Duration time = Duration.ZERO;
        for (int i = 0; i < moves.size(); i++) {
            move(waiting, all, moves.get(i));
            Duration pause = Duration.ofMillis(pauses.get(i));
            clock.pass(pause);
            time = time.plus(pause);

            News news = queue.news(SUPPORT, BY_URGENCY, waiting, 1);

            for (QueuePosition one : news.positions()) {
                Duration before = heard.put(one.conversation(), time);
                assertThat(one).isNotEqualTo(known.put(one.conversation(), one));
                assertThat(before == null || time.minus(before).compareTo(QueuePositions.QUIET) >= 0)
                        .isTrue();
            }
            forgetWhoLeft(waiting, known, heard);
            if (news.askAgain() != null) {
                clock.pass(news.askAgain());
                time = time.plus(news.askAgain());
            }
        }
        clock.pass(QueuePositions.QUIET);

        queue.news(SUPPORT, BY_URGENCY, waiting, 1).positions().forEach(one -> known.put(one.conversation(), one));
        assertThat(known.values())
                .containsExactlyInAnyOrderElementsOf(queue.positions(SUPPORT, BY_URGENCY, waiting, 1));
        assertThat(queue.news(SUPPORT, BY_URGENCY, waiting, 1)).isEqualTo(new News(List.of(), null));
    }

    @Example
    void aMoveWithinASecondShouldBeToldWhenTheSecondIsOver() {
        List<Waiting> two = RoutingArbitraries.queue().filter(queue -> queue.size() == 2).sample().stream()
                .sorted(BY_URGENCY)
                .toList();
        assertThat(news(two).positions()).hasSize(2);
        clock.pass(Duration.ofMillis(400));

        assertThat(news(two.subList(1, 2))).isEqualTo(new News(List.of(), Duration.ofMillis(600)));

        clock.pass(Duration.ofMillis(600));
        assertThat(news(two.subList(1, 2)).positions())
                .containsExactly(new QueuePosition(two.get(1).conversation(), 1, null));
    }

    @Example
    void whatOthersHaveWaitedShouldTellHowLongItTakes() {
        List<Waiting> three = RoutingArbitraries.queue().filter(queue -> queue.size() == 3).sample().stream()
                .sorted(BY_URGENCY)
                .toList();
        news(three);
        // The second has moved two places in four minutes; others who are not known here stood first.
        queue.served(SUPPORT, three.get(1).conversation(), Duration.ofMinutes(4), 1);
        queue.served(SUPPORT, new ConversationId(new UUID(9, 1)), Duration.ofMinutes(2), 1);
        queue.served(SUPPORT, new ConversationId(new UUID(9, 2)), Duration.ofMinutes(1), 2);

        assertThat(queue.positions(SUPPORT, BY_URGENCY, three, 1).stream().map(QueuePosition::expected))
                .containsExactly(Duration.ofMinutes(2), Duration.ofMinutes(4), Duration.ofMinutes(6));
        assertThat(queue.positions(SUPPORT, BY_URGENCY, three, 0).stream().map(QueuePosition::expected))
                .containsOnlyNulls();
        assertThat(queue.positions(new DepartmentId(new UUID(0, 1)), BY_URGENCY, three, 1).stream()
                        .map(QueuePosition::expected))
                .as("another department")
                .containsOnlyNulls();
    }

    private News news(List<Waiting> waiting) {
        return queue.news(SUPPORT, BY_URGENCY, waiting, 1);
    }

    /** Removes a waiting conversation, or adds a missing one. */
    private static void move(List<Waiting> waiting, List<Waiting> all, int index) {
        if (index < all.size() && !waiting.remove(all.get(index))) {
            waiting.add(all.get(index));
        }
    }

    private static void forgetWhoLeft(
            List<Waiting> waiting, Map<ConversationId, ?> known, Map<ConversationId, ?> heard) {
        List<ConversationId> there = waiting.stream().map(Waiting::conversation).toList();
        known.keySet().retainAll(there);
        heard.keySet().retainAll(there);
    }
}
