package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.parley.api.conversation.Participant;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;
import org.parley.ejb.conversation.log.Reception;

/** Answers from the database: what the desk has in mind is a hint where to look. */
@ApplicationScoped
class ReceptionBean implements Reception {
    @Inject
    RulesReader reader;

    @Inject
    Staffing staffing;

    @Inject
    RoutingState state;

    @Inject
    Clock clock;

    @Override
    public Department receive(Department wanted, boolean leavesMessage) {
        DepartmentRules rules = reader.rules(wanted.id());
        if (rules.takesAlways() || leavesMessage && rules.settings().enabled()) {
            return wanted;
        }
        if (accepts(rules)) {
            return wanted;
        }
        DutyRoster duty = staffing.duty();
        return ReceptionRules.receive(duty, rules, clock.instant())
                .or(() -> leavesMessage ? ReceptionRules.mailbox(duty, rules) : Optional.empty())
                .orElseThrow(() -> unreachable("Nobody of " + wanted.name()
                        + " is there now. Nothing was stored; leave a message with your address instead."));
    }

    /** Whether the first operator who is known to serve the department and to have room still does. */
    private boolean accepts(DepartmentRules rules) {
        return rules.isOpen(clock.instant())
                && state.duty().candidates(rules.department().id()).stream()
                        .findFirst()
                        .filter(known -> reader.serves(
                                known.operator(), rules.department().id()))
                        .flatMap(known -> reachable(known.operator()))
                        .filter(ReceptionBean::hasRoom)
                        .isPresent();
    }

    private Optional<Candidate> reachable(OperatorId operator) {
        return staffing.reachable(List.of(operator)).stream()
                .map(Staffing.Reachable::candidate)
                .findFirst();
    }

    private static boolean hasRoom(Candidate operator) {
        return operator.load() < operator.capacity();
    }

    @Override
    public Participant colleague(OperatorId operator) {
        Participant colleague = staffing.operator(operator).orElseThrow(() -> ChatException.notFound("operator"));
        Candidate present = reachable(operator)
                .orElseThrow(() -> unreachable(colleague.name() + " is not there now. Nothing was changed."));
        if (!hasRoom(present)) {
            throw unreachable(colleague.name() + " has no room for another conversation. Nothing was changed.");
        }
        return colleague;
    }

    @Override
    public Department colleagues(String site, DepartmentId department) {
        DepartmentRules rules = reader.rules(department);
        if (!rules.department().site().equals(site)) {
            throw ChatException.notFound("department");
        }
        if (!rules.letsWait(clock.instant()) && !staffing.duty().isAccepting(rules, clock.instant())) {
            throw unreachable("Nobody of " + rules.department().name() + " is there now. Nothing was changed.");
        }
        return rules.department();
    }

    @Override
    public boolean takes(OperatorId operator) {
        return staffing.operator(operator).isPresent() && staffing.lockIfRoom(operator);
    }

    @Override
    public int secondsToReturn(DepartmentId department) {
        return reader.rules(department).settings().returnSeconds();
    }

    @Override
    public Predicate<DepartmentId> servedBy(OperatorId operator) {
        Map<DepartmentId, Map<OperatorId, Integer>> members = reader.members();
        return department -> DutyRoster.serves(members, operator, department);
    }

    @Override
    public boolean servesIn(OperatorId operator, String site) {
        return reader.departmentsOf(site).stream().anyMatch(servedBy(operator));
    }

    private static ChatException unreachable(String message) {
        return new ChatException(ErrorCode.UNREACHABLE, message);
    }
}
