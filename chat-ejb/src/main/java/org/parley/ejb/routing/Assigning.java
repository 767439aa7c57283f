package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Participant;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.Waiting;
import org.parley.ejb.conversation.Assignments;
import org.parley.ejb.conversation.Backlog;
import org.parley.ejb.conversation.Handover;
import org.parley.ejb.visitor.VisitorRow;

/** Decides who is asked to take what, and asks; within the caller's transaction. */
@ApplicationScoped
class Assigning {
    @Inject
    EntityManager entityManager;

    @Inject
    Staffing staffing;

    @Inject
    Strategies strategies;

    @Inject
    Backlog backlog;

    @Inject
    Assignments assignments;

    @Inject
    Handover handover;

    @Inject
    Clock clock;

    /** @param queued of the department, without those that somebody is asked to take */
    List<Matching.Match> decide(DepartmentRules rules, Duty duty, List<Conversation> queued) {
        List<Candidate> candidates = duty.candidates(rules.department().id());
        if (candidates.isEmpty() || strategies.isManual(rules.settings().strategy())) {
            return List.of();
        }
        Instant now = clock.instant();
        List<Waiting> waiting = queued.stream().map(this::waiting).toList();
        return new Matching(
                        strategies.named(rules.settings().strategy()),
                        rules.settings().preferLast())
                .match(waiting, candidates, (one, free) -> passes(one, rules).mayBeAsked(free, now));
    }

    private Passes passes(Waiting waiting, DepartmentRules rules) {
        Passes passes = new Passes(Duration.ofSeconds(rules.settings().offerSeconds()));
        assignments.passedBy(waiting.conversation(), waiting.since()).forEach(passes::passed);
        return passes;
    }

    private Waiting waiting(Conversation conversation) {
        return new Waiting(
                conversation.id(),
                conversation.department(),
                conversation.handling().queued(),
                conversation.handling().priority(),
                conversation.handling().language(),
                backlog.form(conversation.id()),
                entityManager
                        .find(
                                VisitorRow.class,
                                UUID.fromString(conversation.visitor().id()))
                        .vip(),
                backlog.lastOperator(conversation));
    }

    void give(DepartmentRules rules, Matching.Match match) {
        UUID conversation = match.waiting().conversation();
        UUID id = match.candidate().operator();
        Participant operator = staffing.operator(id).orElseThrow();
        if (rules.settings().offerSeconds() == 0) {
            handover.assign(conversation, operator, () -> staffing.lockIfRoom(id));
        } else {
            Instant until = clock.instant().plusSeconds(rules.settings().offerSeconds());
            handover.offer(conversation, operator, until, () -> staffing.lockIfRoom(id));
        }
    }
}
