package org.parley.ejb.operator;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.Operators;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.ejb.department.DepartmentRow;
import org.parley.ejb.department.Memberships;

@Stateless
@RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class OperatorsBean implements Operators {
    @Inject
    EntityManager entityManager;

    @Inject
    Memberships memberships;

    @Override
    @PermitAll
    public Optional<Operator> find(OperatorId id) {
        return Optional.ofNullable(entityManager.find(OperatorRow.class, id.value()))
                .filter(row -> !row.isRemoved())
                .map(OperatorRow::toOperator);
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
    public List<DepartmentId> served(Caller staff) {
        Map<DepartmentId, Set<OperatorId>> members = memberships.operators();
        OperatorId self = staff.operatorId();
        return departments(staff).stream()
                .map(Department::id)
                .filter(department ->
                        members.getOrDefault(department, Set.of(self)).contains(self))
                .toList();
    }
}
