package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
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

/** Answers from the database, because the desk's state may be a second old. */
@ApplicationScoped
class ReceptionBean implements Reception {
    @Inject
    Staffing staffing;

    @Inject
    RoutingState state;

    @Inject
    Clock clock;

    @Override
    public Department receive(Department wanted, boolean leavesMessage) {
        DepartmentRules rules = state.duty().department(wanted.id()).orElseGet(() -> staffing.rules(wanted.id()));
        if (rules.takesAlways() || leavesMessage && rules.settings().enabled()) {
            return wanted;
        }
        DutyRoster duty = staffing.duty();
        return ReceptionRules.receive(duty, rules, clock.instant())
                .or(() -> leavesMessage ? ReceptionRules.mailbox(duty, rules) : Optional.empty())
                .orElseThrow(() -> unreachable("Nobody of " + wanted.name()
                        + " is there now. Nothing was stored; leave a message with your address instead."));
    }

    @Override
    public Participant colleague(OperatorId operator) {
        Participant colleague = staffing.operator(operator).orElseThrow(() -> ChatException.notFound("operator"));
        Candidate present = staffing.duty().present().stream()
                .filter(candidate -> candidate.operator().equals(operator))
                .findFirst()
                .orElseThrow(() -> unreachable(colleague.name() + " is not there now. Nothing was changed."));
        if (present.load() >= present.capacity()) {
            throw unreachable(colleague.name() + " has no room for another conversation. Nothing was changed.");
        }
        return colleague;
    }

    @Override
    public Department colleagues(String site, DepartmentId department) {
        DutyRoster duty = staffing.duty();
        DepartmentRules rules = duty.department(department)
                .filter(candidate -> candidate.department().site().equals(site))
                .orElseThrow(() -> ChatException.notFound("department"));
        if (!duty.isAccepting(rules, clock.instant()) && !rules.letsWait(clock.instant())) {
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
        return staffing.rules(department).settings().returnSeconds();
    }

    @Override
    public Predicate<DepartmentId> servedBy(OperatorId operator) {
        Map<DepartmentId, Map<OperatorId, Integer>> members = staffing.members();
        return department -> DutyRoster.serves(members, operator, department);
    }

    @Override
    public boolean servesIn(OperatorId operator, String site) {
        return staffing.departmentsOf(site).stream().anyMatch(servedBy(operator));
    }

    private static ChatException unreachable(String message) {
        return new ChatException(ErrorCode.UNREACHABLE, message);
    }
}
