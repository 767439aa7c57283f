package org.parley.ejb.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Priority;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;
import org.parley.ejb.routing.queue.Place;
import org.parley.ejb.routing.queue.QueueBook;
import org.parley.ejb.routing.queue.Queues;
import org.parley.ejb.routing.queue.WaitingQueue;

/** Looking only at what is new finds the same as looking at everything. */
class LookingTest {
    private static final DepartmentId SALES = new DepartmentId(new UUID(5, 5));

    /** Serves only some of them, as a company's own strategy may. */
    private static final class Choosy implements RoutingStrategy {
        @Override
        public String name() {
            return "choosy";
        }

        @Override
        public Optional<Candidate> choose(Waiting conversation, List<Candidate> candidates) {
            return candidates.stream()
                    .filter(one -> one.skill() % 3 == conversation.vip() % 3)
                    .min(Comparator.comparing(Candidate::operator));
        }
    }

    @Property(tries = 300)
    void whatIsNewShouldBeEnoughToLookAt(@ForAll Random random) {
        Matching matching = new Matching(new Choosy());
        QueueBook book = new QueueBook(1000);
        Map<ConversationId, Waiting> rows = new HashMap<>();
        List<Candidate> candidates = new ArrayList<>();
        for (int turn = 0; turn < 60; turn++) {
            Set<ConversationId> hints = new HashSet<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                Waiting one = waiting(random);
                hints.add(one.conversation());
                if (rows.remove(one.conversation()) == null || random.nextBoolean()) {
                    rows.put(one.conversation(), one);
                }
            }
            if (random.nextInt(4) == 0) {
                candidates = candidates(random);
            }
            book.take(
                    hints,
                    hints.stream()
                            .filter(rows::containsKey)
                            .map(rows::get)
                            .map(Queues::queued)
                            .toList());
            List<Matching.Match> all = matching.match(
                    rows.values().stream().sorted(RoutingStrategy.BY_URGENCY).toList(),
                    candidates,
                    (one, free) -> free);
            for (WaitingQueue queue : book.queues()) {
                List<Matching.Match> found = matching.match(
                        queue.toLookAt(candidates).stream().map(Place::waiting).toList(),
                        candidates,
                        (one, free) -> free);

                assertThat(found).isEqualTo(all);
                queue.sawAllUnder(found.isEmpty() ? candidates : null);
                Set<ConversationId> given = new HashSet<>();
                found.forEach(match -> given.add(match.waiting().conversation()));
                rows.keySet().removeAll(given);
                book.take(given, List.of());
            }
        }
    }

    private static Waiting waiting(Random random) {
        return new Waiting(
                new ConversationId(new UUID(0, random.nextInt(30))),
                SALES,
                Instant.ofEpochSecond(random.nextInt(1000)),
                Priority.NORMAL,
                null,
                Map.of(),
                random.nextInt(3),
                null);
    }

    private static List<Candidate> candidates(Random random) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            candidates.add(new Candidate(
                    new OperatorId(new UUID(1, i)), 1 + random.nextInt(10), Set.of(), random.nextInt(3), 3, null));
        }
        return candidates;
    }
}
