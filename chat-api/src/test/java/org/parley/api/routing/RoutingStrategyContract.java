package org.parley.api.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What every {@link RoutingStrategy} promises. A test class of a strategy extends it (docs/routing.md). */
public abstract class RoutingStrategyContract {
    /** The strategy under test; may be a new one each time. */
    protected abstract RoutingStrategy strategy();

    @Provide
    Arbitrary<Waiting> waiting() {
        return RoutingArbitraries.waiting();
    }

    @Provide
    Arbitrary<List<Waiting>> queues() {
        return RoutingArbitraries.queue();
    }

    @Provide
    Arbitrary<List<Candidate>> candidates() {
        return RoutingArbitraries.candidates();
    }

    @Provide
    Arbitrary<Duration> daysAndMore() {
        return Arbitraries.longs()
                .between(0, Duration.ofDays(30).toMillis())
                .map(RoutingStrategy.LONGEST_HEAD_START::plusMillis);
    }

    @Example
    void nameShouldBeOneThatADepartmentCanSay() {
        assertThat(strategy().name()).matches("[a-z0-9-]{1,40}");
    }

    @Property
    void chosenShouldBeOneOfTheCandidates(
            @ForAll("waiting") Waiting conversation, @ForAll("candidates") List<Candidate> candidates) {
        strategy()
                .choose(conversation, candidates)
                .ifPresent(chosen -> assertThat(candidates).contains(chosen));
    }

    @Property
    void choiceShouldNotDependOnTheOrderOfTheCandidates(
            @ForAll("waiting") Waiting conversation,
            @ForAll("candidates") List<Candidate> candidates,
            @ForAll Random random) {
        assertThat(strategy().choose(conversation, shuffled(candidates, random)))
                .isEqualTo(strategy().choose(conversation, candidates));
    }

    @Property
    void choiceShouldNotDependOnWhatWasAskedBefore(
            @ForAll("queues") List<Waiting> queue, @ForAll("candidates") List<Candidate> candidates) {
        RoutingStrategy asked = strategy();
        queue.forEach(conversation -> asked.choose(conversation, candidates));

        assertThat(queue)
                .allSatisfy(conversation -> assertThat(asked.choose(conversation, candidates))
                        .isEqualTo(strategy().choose(conversation, candidates)));
    }

    @Property
    void candidatesShouldStayAsTheyAre(
            @ForAll("waiting") Waiting conversation, @ForAll("candidates") List<Candidate> candidates) {
        List<Candidate> given = new ArrayList<>(candidates);

        strategy().choose(conversation, given);

        assertThat(given).isEqualTo(candidates);
    }

    @Property
    void everybodyShouldComeBeforeAllWhoStandBehindThem(@ForAll("queues") List<Waiting> queue) {
        Comparator<Waiting> order = strategy().order();
        List<Waiting> sorted = sorted(queue);

        for (int i = 0; i < sorted.size(); i++) {
            assertThat(order.compare(sorted.get(i), sorted.get(i))).isZero();
            for (Waiting behind : sorted.subList(i + 1, sorted.size())) {
                assertThat(order.compare(sorted.get(i), behind)).isNegative();
                assertThat(order.compare(behind, sorted.get(i))).isPositive();
            }
        }
    }

    @Property
    void orderShouldNotDependOnWhoStoodWhere(@ForAll("queues") List<Waiting> queue, @ForAll Random random) {
        assertThat(sorted(shuffled(queue, random))).isEqualTo(sorted(queue));
    }

    @Property
    void nobodyShouldStarve(
            @ForAll("waiting") Waiting patient,
            @ForAll("waiting") Waiting other,
            @ForAll("daysAndMore") Duration longer) {
        Waiting late = new Waiting(
                other.conversation(),
                other.department(),
                patient.since().plus(longer),
                other.priority(),
                other.language(),
                other.form(),
                other.vip(),
                other.lastOperator());

        assertThat(strategy().order().compare(patient, late)).isNegative();
    }

    private List<Waiting> sorted(List<Waiting> queue) {
        return queue.stream().sorted(strategy().order()).toList();
    }

    private static <T> List<T> shuffled(List<T> list, Random random) {
        List<T> copy = new ArrayList<>(list);
        Collections.shuffle(copy, random);
        return copy;
    }
}
