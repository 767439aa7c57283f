package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.department.Department;
import org.parley.api.routing.Candidate;
import org.parley.ejb.conversation.handover.Handover;
import org.parley.ejb.routing.queue.Place;
import org.parley.ejb.routing.queue.WaitingQueue;

/** Serves one department's queue: gives conversations to operators, or to the fallback when nobody is there. */
@ApplicationScoped
class Serving {
    private static final Logger LOG = Logger.getLogger(Serving.class.getName());

    /** A department is not empty yet while its last operator just reloads the page. */
    private static final Duration GRACE = Duration.ofSeconds(30);

    /** What the answers of a strategy depend on, besides the conversation. */
    private record Circumstances(DepartmentRules rules, List<Candidate> candidates, Department fallback) {}

    @Inject
    RoutingState state;

    @Inject
    Assigning assigning;

    @Inject
    Handover handover;

    @Inject
    Steps steps;

    void serve(WaitingQueue queue, DepartmentRules rules, DutyRoster duty, Instant now) {
        Circumstances circumstances = new Circumstances(
                rules,
                duty.candidates(queue.department()),
                fallback(rules, duty, now).orElse(null));
        List<Place> places = queue.toLookAt(circumstances);
        if (places.isEmpty()) {
            return;
        }
        List<Place> staying =
                circumstances.fallback() == null ? places : fallBack(places, circumstances.fallback(), now);
        queue.sawAllUnder(give(rules, circumstances.candidates(), staying) ? null : circumstances);
    }

    private static Optional<Department> fallback(DepartmentRules rules, DutyRoster duty, Instant now) {
        return rules.fallback() == null || duty.isStaffed(rules, now)
                ? Optional.empty()
                : ReceptionRules.fallBack(duty, rules, now);
    }

    /** @return those who stay for now */
    private List<Place> fallBack(List<Place> places, Department to, Instant now) {
        List<Place> staying = new ArrayList<>();
        for (Place place : places.stream().filter(Place::isFree).toList()) {
            Instant until = place.waiting().since().plus(GRACE);
            if (until.isBefore(now)) {
                steps.take(place.id(), () -> handover.fallBack(place.id(), to));
            } else {
                staying.add(place);
                state.queues().lookAgain(until.plusMillis(1), place.id());
            }
        }
        return staying;
    }

    /** @return whether anybody was asked */
    private boolean give(DepartmentRules rules, List<Candidate> candidates, List<Place> places) {
        try {
            List<Matching.Match> matches = assigning.decide(rules, candidates, places);
            for (Matching.Match match : matches) {
                if (!steps.take(match.waiting().conversation(), () -> assigning.give(rules, match))) {
                    // The rows say otherwise than memory.
                    state.hints().conversation(match.waiting().conversation());
                    state.hints().operators(Set.of(match.candidate().operator()));
                }
            }
            return !matches.isEmpty();
        } catch (RuntimeException e) {
            // A strategy of the company's own may fail; that must not stop the other departments.
            LOG.log(Level.WARNING, "The queue of " + rules.department().name() + " could not be served", e);
            return false;
        }
    }
}
