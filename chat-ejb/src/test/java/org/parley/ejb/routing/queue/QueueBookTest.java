package org.parley.ejb.routing.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.api.routing.RoutingStrategy.BY_URGENCY;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Priority;
import org.parley.api.department.DepartmentId;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;
import org.parley.ejb.conversation.handover.QueueRows.Stamp;
import org.parley.ejb.conversation.handover.Queued;

class QueueBookTest {
    private static final int DEPARTMENTS = 3;
    private static final Comparator<Waiting> BY_VIP =
            Comparator.comparingInt(Waiting::vip).reversed().thenComparing(BY_URGENCY);

    /** The rows of the database, and hints of which some get lost. */
    private static final class World {
        final Map<ConversationId, Queued> rows = new LinkedHashMap<>();
        final Set<ConversationId> hints = new HashSet<>();
        final Random random;
        final double lost;
        long version;

        World(Random random, double lost) {
            this.random = random;
            this.lost = lost;
        }

        void change() {
            ConversationId id = new ConversationId(new UUID(random.nextInt(40), 7));
            version++;
            if (rows.containsKey(id) && random.nextInt(3) == 0) {
                rows.remove(id);
            } else {
                rows.put(id, Queues.queued(waiting(id), version, null));
            }
            if (random.nextDouble() >= lost) {
                hints.add(id);
            }
        }

        private Waiting waiting(ConversationId id) {
            return new Waiting(
                    id,
                    department(random.nextInt(DEPARTMENTS)),
                    Instant.ofEpochSecond(random.nextInt(10_000)),
                    Priority.values()[random.nextInt(4)],
                    null,
                    Map.of(),
                    random.nextInt(3),
                    null);
        }

        List<Queued> read(Collection<ConversationId> ids) {
            return ids.stream().filter(rows::containsKey).map(rows::get).toList();
        }

        /** As many of each department as are kept, longest waiting first. */
        List<Stamp> stamps(int most) {
            return rows.values().stream()
                    .collect(Collectors.groupingBy(one -> one.waiting().department()))
                    .values()
                    .stream()
                    .flatMap(some -> some.stream()
                            .sorted(Comparator.<Queued, Instant>comparing(
                                            one -> one.waiting().since())
                                    .thenComparing(one -> one.waiting().conversation()))
                            .limit(most))
                    .map(one -> new Stamp(
                            one.conversation().id(),
                            one.waiting().department(),
                            one.conversation().version(),
                            one.waiting().vip()))
                    .toList();
        }

        List<ConversationId> sorted(DepartmentId department, Comparator<Waiting> order) {
            return rows.values().stream()
                    .map(Queued::waiting)
                    .filter(one -> one.department().equals(department))
                    .sorted(order)
                    .map(Waiting::conversation)
                    .toList();
        }
    }

    @Property(tries = 300)
    void memoryShouldBeWhatASortOfTheRowsGives(@ForAll Random random) {
        World world = new World(random, 0);
        QueueBook book = new QueueBook(1000);
        book.arrange(id -> strategy(BY_URGENCY));
        for (int turn = 0; turn < 30; turn++) {
            for (int i = random.nextInt(6); i > 0; i--) {
                world.change();
            }
            if (random.nextInt(10) == 0) {
                Comparator<Waiting> order = random.nextBoolean() ? BY_URGENCY : BY_VIP;
                book.arrange(id -> strategy(order));
                assertThat(orders(book)).isEqualTo(expected(book, order));
            }
            book.take(world.hints, world.read(world.hints));
            world.hints.clear();
        }

        book.arrange(id -> strategy(BY_VIP));
        for (int i = 0; i < DEPARTMENTS; i++) {
            assertThat(order(book, department(i))).isEqualTo(world.sorted(department(i), BY_VIP));
        }
        assertThat(book.compare(world.stamps(1000))).isEmpty();
    }

    @Property(tries = 300)
    void aComparisonShouldFindWhatNoEventTold(@ForAll Random random) {
        World world = new World(random, 0.5);
        QueueBook book = new QueueBook(1000);
        for (int turn = 0; turn < 20; turn++) {
            world.change();
            world.change();
            book.take(world.hints, world.read(world.hints));
            world.hints.clear();
        }

        Set<ConversationId> differing = book.compare(world.stamps(1000));
        book.take(differing, world.read(differing));

        for (int i = 0; i < DEPARTMENTS; i++) {
            assertThat(order(book, department(i))).isEqualTo(world.sorted(department(i), BY_URGENCY));
        }
        assertThat(book.compare(world.stamps(1000))).isEmpty();
    }

    @Property(tries = 200)
    void aFloodedDepartmentShouldKeepThoseWhoHaveWaitedLongest(@ForAll Random random) {
        World world = new World(random, 0.1);
        QueueBook book = new QueueBook(4);
        for (int turn = 0; turn < 60; turn++) {
            world.change();
            Set<ConversationId> some = new HashSet<>(world.hints);
            world.hints.clear();
            if (book.lacksSome() || turn == 59) {
                some.addAll(book.compare(world.stamps(4)));
            }
            book.take(some, world.read(some));
            assertThat(book.queues()).allMatch(queue -> queue.size() <= 4);
        }
        // What came meanwhile took no place from those who were chosen.
        Set<ConversationId> differing = book.compare(world.stamps(4));
        book.take(differing, world.read(differing));

        assertThat(book.queues().stream()
                        .flatMap(queue -> queue.inOrder().stream())
                        .map(Place::id))
                .containsExactlyInAnyOrderElementsOf(
                        world.stamps(4).stream().map(Stamp::conversation).toList());
    }

    @Property(tries = 300)
    void routingShouldLookAtWhatIsNewUnderTheSameCircumstances(@ForAll Random random) {
        World world = new World(random, 0);
        QueueBook book = new QueueBook(1000);
        Set<ConversationId> looked = new HashSet<>();
        for (int turn = 0; turn < 30; turn++) {
            world.change();
            looked.removeAll(world.hints);
            book.take(world.hints, world.read(world.hints));
            world.hints.clear();
            for (WaitingQueue queue : book.queues()) {
                List<Place> places = queue.toLookAt("same");
                assertThat(places).extracting(Place::waiting).isSortedAccordingTo(BY_URGENCY);
                places.forEach(place -> looked.add(place.id()));
                queue.sawAllUnder("same");
                assertThat(queue.toLookAt("same")).isEmpty();
                assertThat(queue.toLookAt("others")).isEqualTo(queue.inOrder());
            }
            assertThat(looked).containsAll(world.rows.keySet());
        }
    }

    @Example
    void anOrderThatFailsShouldNotStopTheQueue() {
        QueueBook book = new QueueBook(1000);
        World world = new World(new Random(1), 0);
        book.arrange(id -> strategy((one, other) -> {
            throw new IllegalStateException("a fault of the company's");
        }));
        for (int i = 0; i < 50; i++) {
            world.change();
            book.take(world.hints, world.read(world.hints));
            world.hints.clear();
        }

        for (int i = 0; i < DEPARTMENTS; i++) {
            assertThat(order(book, department(i))).isEqualTo(world.sorted(department(i), BY_URGENCY));
        }
    }

    @Property(tries = 100)
    void anOrderThatIsNoneShouldLoseNobody(@ForAll Random random) {
        QueueBook book = new QueueBook(1000);
        World world = new World(random, 0);
        book.arrange(id -> strategy((one, other) -> random.nextInt(3) - 1));
        for (int i = 0; i < 80; i++) {
            world.change();
            book.take(world.hints, world.read(world.hints));
            world.hints.clear();
        }

        for (int i = 0; i < DEPARTMENTS; i++) {
            assertThat(order(book, department(i)))
                    .containsExactlyInAnyOrderElementsOf(world.sorted(department(i), BY_URGENCY));
        }
    }

    @Example
    void aTransferShouldReturnWhenItsTimeHasCome() {
        World world = new World(new Random(2), 0);
        Queued transferred =
                Queues.queued(world.waiting(new ConversationId(new UUID(1, 1))), 1, Instant.ofEpochSecond(20_000));
        QueueBook book = new QueueBook(1000);
        book.take(List.of(transferred.conversation().id()), List.of(transferred));

        assertThat(book.isDue(Instant.ofEpochSecond(19_999))).isFalse();
        assertThat(book.toGiveBack(Instant.ofEpochSecond(19_999))).isEmpty();
        assertThat(book.due(Instant.ofEpochSecond(20_000)))
                .containsExactly(transferred.conversation().id());
        assertThat(book.toGiveBack(Instant.ofEpochSecond(20_000)))
                .containsExactly(transferred.conversation().id());
    }

    private static Map<DepartmentId, List<ConversationId>> orders(QueueBook book) {
        return book.queues().stream()
                .collect(Collectors.toMap(WaitingQueue::department, queue -> order(book, queue.department())));
    }

    private static Map<DepartmentId, List<ConversationId>> expected(QueueBook book, Comparator<Waiting> order) {
        return book.queues().stream()
                .collect(Collectors.toMap(
                        WaitingQueue::department,
                        queue -> queue.inOrder().stream()
                                .map(Place::waiting)
                                .sorted(order)
                                .map(Waiting::conversation)
                                .toList()));
    }

    private static List<ConversationId> order(QueueBook book, DepartmentId department) {
        return book.queues().stream()
                .filter(queue -> queue.department().equals(department))
                .flatMap(queue -> queue.inOrder().stream())
                .map(Place::id)
                .toList();
    }

    private static DepartmentId department(int number) {
        return new DepartmentId(new UUID(5, number));
    }

    private static RoutingStrategy strategy(Comparator<Waiting> order) {
        return new RoutingStrategy() {
            @Override
            public String name() {
                return "test";
            }

            @Override
            public Comparator<Waiting> order() {
                return order;
            }

            @Override
            public Optional<Candidate> choose(Waiting conversation, List<Candidate> candidates) {
                return Optional.empty();
            }
        };
    }
}
