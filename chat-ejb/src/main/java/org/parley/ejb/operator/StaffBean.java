package org.parley.ejb.operator;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.parley.api.error.ChatException;
import org.parley.api.operator.Account;
import org.parley.api.operator.Membership;
import org.parley.api.operator.OperatorSettings;
import org.parley.api.operator.Staff;
import org.parley.api.operator.StaffMember;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;

@Stateless
@RolesAllowed(Role.Names.ADMIN)
public class StaffBean implements Staff {
    @Inject
    EntityManager entityManager;

    @Inject
    AccountWriter accounts;

    @Inject
    Memberships memberships;

    @Override
    public List<StaffMember> list(Caller admin) {
        Map<UUID, List<Membership>> departments = memberships.byOperator();
        return entityManager
                .createQuery("select o from OperatorRow o order by o.name, o.id", OperatorRow.class)
                .getResultStream()
                .map(row -> member(row, departments.getOrDefault(row.id(), List.of())))
                .toList();
    }

    @Override
    public StaffMember save(Caller admin, Account account, UnaryOperator<OperatorSettings> change) {
        UUID operator = accounts.save(account).id();
        // A new one has to be there before its memberships, and before it can be locked.
        entityManager.flush();
        return save(admin, operator, change);
    }

    @Override
    public StaffMember save(Caller admin, UUID operator, UnaryOperator<OperatorSettings> change) {
        OperatorRow row = entityManager.find(OperatorRow.class, operator, LockModeType.PESSIMISTIC_WRITE);
        if (row == null) {
            throw ChatException.notFound("operator");
        }
        OperatorSettings wanted = OperatorRules.checked(change.apply(row.toSettings(memberships.of(operator))));
        row.apply(wanted);
        memberships.replace(operator, wanted.departments());
        entityManager.flush();
        return member(row, memberships.of(operator));
    }

    private static StaffMember member(OperatorRow row, List<Membership> departments) {
        return new StaffMember(row.toOperator(), row.toSettings(departments));
    }
}
