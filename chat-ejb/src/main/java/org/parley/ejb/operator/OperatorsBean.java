package org.parley.ejb.operator;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.api.error.ChatException;
import org.parley.api.operator.Department;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.operator.Operators;
import org.parley.api.operator.PresenceEvent;
import org.parley.api.operator.StatusForced;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;

@Stateless
@RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class OperatorsBean implements Operators {
    @Inject
    EntityManager entityManager;

    @Inject
    Memberships memberships;

    @Inject
    Event<PresenceEvent> presence;

    @Inject
    Event<StatusForced> forced;

    @Override
    @PermitAll
    public Optional<Operator> find(UUID id) {
        return Optional.ofNullable(entityManager.find(OperatorRow.class, id))
                .filter(row -> !row.isRemoved())
                .map(OperatorRow::toOperator);
    }

    @Override
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Operator forceStatus(Caller supervisor, UUID operator, OperatorStatus status) {
        if (status == OperatorStatus.ACCEPTING) {
            throw ChatException.invalid("status", "Nobody can be made to accept. Nothing was changed.");
        }
        Operator changed = change(operator, status, null);
        forced.fire(new StatusForced(changed, supervisor.participant()));
        return changed;
    }

    @Override
    public Operator changeStatus(Caller operator, OperatorStatus status, String session) {
        return change(UUID.fromString(operator.id()), status, session);
    }

    @Override
    public Operator arrive(Caller operator, String session) {
        OperatorRow row = row(UUID.fromString(operator.id()), LockModeType.NONE);
        return row.acceptsOfOld(session) ? change(row.id(), OperatorStatus.AWAY, session) : row.toOperator();
    }

    private OperatorRow row(UUID operator, LockModeType lock) {
        OperatorRow row = entityManager.find(OperatorRow.class, operator, lock);
        if (row == null || row.isRemoved()) {
            throw ChatException.notFound("operator");
        }
        return row;
    }

    private Operator change(UUID operator, OperatorStatus status, String session) {
        OperatorRow row = row(operator, LockModeType.PESSIMISTIC_WRITE);
        row.changeStatus(status, session);
        presence.fire(new PresenceEvent(row.toOperator()));
        return row.toOperator();
    }

    @Override
    public List<Operator> list(Caller staff) {
        return entityManager
                .createQuery("select o from OperatorRow o order by o.name, o.id", OperatorRow.class)
                .getResultStream()
                .filter(OperatorRow::isEnabled)
                .map(OperatorRow::toOperator)
                .toList();
    }

    @Override
    public List<Department> departments(Caller staff) {
        return entityManager
                .createQuery("select d from DepartmentRow d order by d.site, d.name", DepartmentRow.class)
                .getResultStream()
                .map(DepartmentRow::toDepartment)
                .toList();
    }

    @Override
    public List<UUID> served(Caller staff) {
        Map<UUID, Set<UUID>> members = memberships.operators();
        UUID self = UUID.fromString(staff.id());
        return departments(staff).stream()
                .map(Department::id)
                .filter(department ->
                        members.getOrDefault(department, Set.of(self)).contains(self))
                .toList();
    }
}
