package org.parley.ejb.routing;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.api.conversation.ConversationId;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Availability;
import org.parley.api.routing.QueuePosition;
import org.parley.api.routing.Routing;

@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class RoutingBean implements Routing {
    @Inject
    RoutingState state;

    @Override
    public List<Availability> availability() {
        return state.availability();
    }

    @Override
    public Optional<QueuePosition> position(ConversationId conversation) {
        return state.queues().position(conversation);
    }

    @Override
    public boolean serves(OperatorId operator, DepartmentId department) {
        return state.duty().serves(operator, department);
    }

    @Override
    public Set<String> sitesServedBy(OperatorId operator) {
        DutyRoster duty = state.duty();
        return duty.departments().stream()
                .filter(rules -> rules.settings().enabled())
                .map(DepartmentRules::department)
                .filter(department -> duty.serves(operator, department.id()))
                .map(Department::site)
                .collect(Collectors.toSet());
    }
}
