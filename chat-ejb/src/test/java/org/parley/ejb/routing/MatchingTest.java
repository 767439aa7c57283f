package org.parley.ejb.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingArbitraries;
import org.parley.api.routing.Waiting;
import org.parley.ejb.routing.Matching.Match;
import org.parley.ejb.routing.strategy.LeastBusyStrategy;

class MatchingTest {
    private final Matching matching = new Matching(new LeastBusyStrategy());

    @Provide
    Arbitrary<List<Waiting>> queues() {
        return RoutingArbitraries.queue();
    }

    @Provide
    Arbitrary<List<Candidate>> candidates() {
        return RoutingArbitraries.candidates();
    }

    @Property(tries = 200)
    void nobodyShouldGetMoreThanTheyHaveRoomFor(
            @ForAll("queues") List<Waiting> queue, @ForAll("candidates") List<Candidate> candidates) {
        Map<OperatorId, Long> given = matching.match(inOrder(queue), candidates, (one, free) -> free).stream()
                .collect(Collectors.groupingBy(match -> match.candidate().operator(), Collectors.counting()));

        candidates.forEach(candidate -> assertThat(candidate.load() + given.getOrDefault(candidate.operator(), 0L))
                .isLessThanOrEqualTo(candidate.capacity()));
    }

    @Property(tries = 200)
    void asManyShouldBeServedAsThereIsRoomForAndInOrder(
            @ForAll("queues") List<Waiting> queue, @ForAll("candidates") List<Candidate> candidates) {
        int room = candidates.stream()
                .mapToInt(candidate -> candidate.capacity() - candidate.load())
                .sum();

        assertThat(matching.match(inOrder(queue), candidates, (one, free) -> free))
                .extracting(Match::waiting)
                .containsExactlyElementsOf(inOrder(queue).subList(0, Math.min(room, queue.size())));
    }

    @Property(tries = 200)
    void whoMayNotBeAskedShouldNotBe(
            @ForAll("queues") List<Waiting> queue, @ForAll("candidates") List<Candidate> candidates) {
        assertThat(matching.match(
                        inOrder(queue),
                        candidates,
                        (one, free) -> free.stream()
                                .filter(candidate -> candidate.skill() > 5)
                                .toList()))
                .allMatch(match -> match.candidate().skill() > 5);
    }

    private static List<Waiting> inOrder(List<Waiting> queue) {
        return queue.stream().sorted(new LeastBusyStrategy().order()).toList();
    }
}
