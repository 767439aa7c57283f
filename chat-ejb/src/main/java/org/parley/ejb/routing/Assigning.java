package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Participant;
import org.parley.api.department.DepartmentSettings;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;
import org.parley.ejb.conversation.handover.Handover;
import org.parley.ejb.routing.queue.Place;
import org.parley.ejb.routing.strategy.Strategies;

/** Decides which operator is asked to take which conversation, and asks. */
@ApplicationScoped
class Assigning {
    private static final Logger LOG = Logger.getLogger(Assigning.class.getName());

    @Inject
    Staffing staffing;

    @Inject
    Strategies strategies;

    @Inject
    RoutingState state;

    @Inject
    Handover handover;

    @Inject
    Clock clock;

    /** @param places of the department, in the order of serving; offered ones are skipped */
    List<Matching.Match> decide(DepartmentRules rules, List<Candidate> candidates, Collection<Place> places) {
        boolean nobodyIsAsked = rules.settings().strategy().equals(DepartmentSettings.MANUAL)
                && !rules.settings().preferLast();
        if (candidates.isEmpty() || nobodyIsAsked) {
            return List.of();
        }
        Instant now = clock.instant();
        Iterable<Waiting> waiting =
                () -> places.stream().filter(Place::isFree).map(Place::waiting).iterator();
        return new Matching(strategy(rules))
                .match(waiting, candidates, (one, free) -> mayBeAsked(one, free, rules, now));
    }

    private List<Candidate> mayBeAsked(Waiting one, List<Candidate> free, DepartmentRules rules, Instant now) {
        PassedOffers passes = new PassedOffers(
                state.queues().find(one.conversation()).queued().passes(),
                Duration.ofSeconds(rules.settings().offerSeconds()));
        List<Candidate> may = passes.mayBeAsked(free, now);
        if (may.isEmpty()) {
            passes.askAgain(free).ifPresent(at -> state.queues().lookAgain(at, one.conversation()));
        }
        return may;
    }

    /** Operators pick when the strategy is missing after a deployment, so that the queue does not stop. */
    RoutingStrategy strategy(DepartmentRules rules) {
        boolean preferLast = rules.settings().preferLast();
        return strategies.find(rules.settings().strategy(), preferLast).orElseGet(() -> {
            LOG.log(
                    Level.WARNING,
                    "There is no routing strategy {0}; operators have to pick",
                    rules.settings().strategy());
            return strategies.find(DepartmentSettings.MANUAL, preferLast).orElseThrow();
        });
    }

    /**
     * Asks the operator, or gives without asking, within the caller's transaction.
     *
     * @return false when the rows say that it is not possible any more
     */
    boolean give(DepartmentRules rules, Matching.Match match) {
        ConversationId conversation = match.waiting().conversation();
        OperatorId id = match.candidate().operator();
        Participant operator = staffing.operator(id).orElseThrow();
        if (rules.settings().offerSeconds() == 0) {
            return handover.assign(conversation, operator, () -> staffing.lockIfRoom(id));
        }
        Instant until = clock.instant().plusSeconds(rules.settings().offerSeconds());
        return handover.offer(conversation, operator, until, () -> staffing.lockIfRoom(id));
    }
}
