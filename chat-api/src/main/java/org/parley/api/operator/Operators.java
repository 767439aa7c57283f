package org.parley.api.operator;

import java.util.List;
import java.util.Optional;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.security.Caller;

/** Reads operators; {@link OperatorCommand} changes their status, {@link Staff} their settings. */
public interface Operators {
    /** The operator with this id; empty when unknown or deleted. */
    Optional<Operator> find(OperatorId id);

    /** All enabled operators by name. */
    List<Operator> list(Caller staff);

    /** All departments by site and name. */
    List<Department> departments(Caller staff);

    /** The departments that the caller serves: as a member, or because they have no members. */
    List<DepartmentId> served(Caller staff);
}
