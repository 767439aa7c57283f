package org.parley.ejb.operator;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.parley.api.department.Membership;
import org.parley.api.error.ChatException;
import org.parley.api.operator.Account;
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.OperatorSettings;
import org.parley.api.operator.Staff;
import org.parley.api.operator.StaffMember;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.ejb.department.Memberships;
import org.parley.ejb.event.StaffingChanged;

@Stateless
@RolesAllowed(Role.Names.ADMIN)
public class StaffBean implements Staff {
    @Inject
    EntityManager entityManager;

    @Inject
    AccountWriter accounts;

    @Inject
    Memberships memberships;

    @Inject
    Administrators administrators;

    @Inject
    SessionEnder sessions;

    @Inject
    Event<StaffingChanged> changes;

    @Override
    public List<StaffMember> list(Caller admin) {
        Map<OperatorId, List<Membership>> departments = memberships.byOperator();
        return entityManager
                .createQuery("select o from OperatorRow o order by o.name, o.id", OperatorRow.class)
                .getResultStream()
                .filter(row -> !row.isRemoved())
                .map(row -> member(row, departments.getOrDefault(row.id(), List.of())))
                .toList();
    }

    @Override
    public StaffMember save(Caller admin, Account account, UnaryOperator<OperatorSettings> change) {
        administrators.lock();
        OperatorId operator = accounts.save(account).id();
        // A new operator has to be stored before its memberships, and before it can be locked.
        entityManager.flush();
        return save(admin, operator, change);
    }

    @Override
    public StaffMember save(Caller admin, OperatorId operator, UnaryOperator<OperatorSettings> change) {
        OperatorRow row = locked(operator);
        OperatorSettings wanted = OperatorRules.checked(change.apply(row.toSettings(memberships.of(operator))));
        if (row.isEnabled() && !wanted.enabled()) {
            administrators.checkAnotherStays(row);
            sessions.end(row);
        }
        row.apply(wanted);
        memberships.replace(operator, wanted.departments());
        changes.fire(new StaffingChanged());
        entityManager.flush();
        return member(row, memberships.of(operator));
    }

    @Override
    public void endSessions(Caller admin, OperatorId operator) {
        sessions.end(locked(operator));
    }

    @Override
    public void delete(Caller admin, OperatorId operator) {
        OperatorRow row = locked(operator);
        administrators.checkAnotherStays(row);
        memberships.replace(operator, List.of());
        changes.fire(new StaffingChanged());
        sessions.end(row);
        row.remove();
    }

    private OperatorRow locked(OperatorId operator) {
        administrators.lock();
        OperatorRow row = entityManager.find(OperatorRow.class, operator.value(), LockModeType.PESSIMISTIC_WRITE);
        if (row == null || row.isRemoved()) {
            throw ChatException.notFound("operator");
        }
        return row;
    }

    private static StaffMember member(OperatorRow row, List<Membership> departments) {
        return new StaffMember(row.toOperator(), row.toSettings(departments));
    }
}
