package org.parley.api.operator;

import java.util.List;
import java.util.Optional;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.security.Caller;

/** Those who answer, to be read; {@link OperatorCommand} changes their status, {@link Staff} sets them up. */
public interface Operators {
    /** The operator with this id; empty when unknown or deleted. */
    Optional<Operator> find(OperatorId id);

    /** All operators by name who may come in. */
    List<Operator> list(Caller staff);

    /** All departments by site and name. */
    List<Department> departments(Caller staff);

    /** The departments for which the caller answers: as a member, or because they have none. */
    List<DepartmentId> served(Caller staff);
}
