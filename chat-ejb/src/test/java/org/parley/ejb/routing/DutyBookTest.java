package org.parley.ejb.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;

class DutyBookTest {
    private static final Duration LEASE = Duration.ofSeconds(38);
    private static final OperatorId ANN = operator(1);

    private final SetClock clock = new SetClock();
    private final Rows rows = new Rows();
    private final DutyBook book = new DutyBook();

    /** Operators as the database has them; a lease of another node is not told here. */
    private final class Rows extends Staffing {
        final Map<OperatorId, Candidate> accepting = new HashMap<>();
        final Map<OperatorId, Instant> leases = new HashMap<>();
        int reads;

        @Override
        List<Reachable> reachable() {
            return reachable(accepting.keySet());
        }

        @Override
        List<Reachable> reachable(Collection<OperatorId> operators) {
            reads++;
            return operators.stream()
                    .filter(accepting::containsKey)
                    .filter(id -> leases.getOrDefault(id, Instant.MIN).isAfter(clock.instant()))
                    .map(id -> new Reachable(accepting.get(id), leases.get(id)))
                    .toList();
        }
    }

    private DutyBookTest() {
        rows.clock = clock;
        book.rules = new RulesReader() {
            @Override
            public List<DepartmentRules> departments() {
                return List.of();
            }

            @Override
            Map<DepartmentId, Map<OperatorId, Integer>> members() {
                return Map.of();
            }
        };
        book.staffing = rows;
        book.clock = clock;
    }

    @Property(tries = 300)
    void afterEachTurnTheRosterShouldBeThatOfTheRows(@ForAll Random random) {
        Set<OperatorId> hints = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            OperatorId operator = operator(random.nextInt(6));
            switch (random.nextInt(6)) {
                case 0 -> hints.addAll(renew(operator, clock.instant().plus(LEASE)));
                case 1 -> hints.addAll(renew(operator, clock.instant()));
                case 2 -> rows.leases.put(operator, clock.instant().plus(LEASE)); // by another node
                case 3 -> {
                    rows.accepting.put(operator, candidate(operator, random.nextInt(3)));
                    hints.add(operator);
                }
                case 4 -> {
                    rows.accepting.remove(operator);
                    hints.add(operator);
                }
                default -> clock.pass(Duration.ofSeconds(random.nextInt(20)));
            }
            hints.addAll(book.due(clock.instant()));
            if (random.nextInt(20) == 0) {
                book.readAll();
                assertThat(book.roster().present()).containsExactlyInAnyOrderElementsOf(there(rows.accepting.keySet()));
            } else if (!hints.isEmpty()) {
                book.read(hints);
            }
            assertThat(there(hints)).allMatch(book.roster().present()::contains);
            assertThat(book.roster().present())
                    .as("nobody whose lease is over")
                    .isSubsetOf(there(rows.accepting.keySet()));
            hints.clear();
        }
    }

    @Example
    void whoStaysShouldCostNothing() {
        rows.accepting.put(ANN, candidate(ANN, 0));
        book.read(renew(ANN, clock.instant().plus(LEASE)));
        DutyRoster roster = book.roster();
        int reads = rows.reads;
        for (int i = 0; i < 20; i++) {
            clock.pass(Duration.ofSeconds(12));
            assertThat(renew(ANN, clock.instant().plus(LEASE))).isEmpty();
            assertThat(book.due(clock.instant())).isEmpty();
        }
        assertThat(rows.reads).isEqualTo(reads);
        assertThat(book.roster()).isSameAs(roster);

        clock.pass(LEASE);

        assertThat(book.due(clock.instant())).containsExactly(ANN);
    }

    private Set<OperatorId> renew(OperatorId operator, Instant until) {
        rows.leases.put(operator, until);
        return book.learn(Map.of(operator, until));
    }

    private List<Candidate> there(Collection<OperatorId> operators) {
        return rows.reachable(operators).stream()
                .map(Staffing.Reachable::candidate)
                .toList();
    }

    private static OperatorId operator(int number) {
        return new OperatorId(new UUID(0, number));
    }

    private static Candidate candidate(OperatorId operator, int load) {
        return new Candidate(operator, 1, Set.of(), load, 5, null);
    }
}
