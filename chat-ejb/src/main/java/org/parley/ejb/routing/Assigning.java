package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.parley.ejb.conversation.handover.Assignments;
import org.parley.ejb.conversation.handover.Handover;
import org.parley.ejb.conversation.handover.Queued;
import org.parley.ejb.conversation.handover.RoutingRows;
import org.parley.ejb.routing.strategy.Strategies;

/** Decides which operator is asked to take which conversation, and asks; within the caller's transaction. */
@ApplicationScoped
class Assigning {
    private static final Logger LOG = Logger.getLogger(Assigning.class.getName());

    @Inject
    Staffing staffing;

    @Inject
    Strategies strategies;

    @Inject
    RoutingRows routingRows;

    @Inject
    Assignments assignments;

    @Inject
    Handover handover;

    @Inject
    Clock clock;

    /** @param queued of the department, without offered ones */
    List<Matching.Match> decide(DepartmentRules rules, DutyRoster duty, List<Queued> queued) {
        List<Candidate> candidates = duty.candidates(rules.department().id());
        boolean nobodyIsAsked = rules.settings().strategy().equals(DepartmentSettings.MANUAL)
                && !rules.settings().preferLast();
        if (candidates.isEmpty() || nobodyIsAsked) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Waiting> waiting = queued.stream()
                .map(one -> one.waiting(
                        rules.settings().preferLast() ? routingRows.lastOperator(one.conversation()) : null))
                .toList();
        return new Matching(strategy(rules))
                .match(waiting, candidates, (one, free) -> passes(one, rules).mayBeAsked(free, now));
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

    private PassedOffers passes(Waiting waiting, DepartmentRules rules) {
        PassedOffers passes =
                new PassedOffers(Duration.ofSeconds(rules.settings().offerSeconds()));
        assignments.passedBy(waiting.conversation(), waiting.since()).forEach(passes::passed);
        return passes;
    }

    void give(DepartmentRules rules, Matching.Match match) {
        ConversationId conversation = match.waiting().conversation();
        OperatorId id = match.candidate().operator();
        Participant operator = staffing.operator(id).orElseThrow();
        if (rules.settings().offerSeconds() == 0) {
            handover.assign(conversation, operator, () -> staffing.lockIfRoom(id));
        } else {
            Instant until = clock.instant().plusSeconds(rules.settings().offerSeconds());
            handover.offer(conversation, operator, until, () -> staffing.lockIfRoom(id));
        }
    }
}
