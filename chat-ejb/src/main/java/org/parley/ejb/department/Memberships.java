package org.parley.ejb.department;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.api.department.DepartmentId;
import org.parley.api.department.Membership;
import org.parley.api.error.ChatException;
import org.parley.api.operator.OperatorId;

/** Reads and changes memberships, within the caller's transaction. */
@ApplicationScoped
public class Memberships {
    @Inject
    EntityManager entityManager;

    /** The memberships of each operator with any, by department. */
    public Map<OperatorId, List<Membership>> byOperator() {
        return all().stream()
                .collect(Collectors.groupingBy(
                        MembershipRow::operator, Collectors.mapping(MembershipRow::toMembership, Collectors.toList())));
    }

    /** The members of each department with any. */
    public Map<DepartmentId, Set<OperatorId>> operators() {
        return all().stream()
                .collect(Collectors.groupingBy(
                        MembershipRow::department, Collectors.mapping(MembershipRow::operator, Collectors.toSet())));
    }

    public List<Membership> of(OperatorId operator) {
        return rows(operator).stream().map(MembershipRow::toMembership).toList();
    }

    /** @throws ChatException INVALID when there is no such department */
    public void replace(OperatorId operator, List<Membership> wanted) {
        Map<DepartmentId, MembershipRow> stored =
                rows(operator).stream().collect(Collectors.toMap(MembershipRow::department, Function.identity()));
        for (Membership membership : wanted) {
            MembershipRow row = stored.remove(membership.department());
            if (row != null) {
                row.changeSkill(membership.skill());
            } else if (entityManager.find(
                            DepartmentRow.class, membership.department().value())
                    == null) {
                throw ChatException.invalid("departments", "There is no department " + membership.department() + ".");
            } else {
                entityManager.persist(new MembershipRow(operator, membership));
            }
        }
        stored.values().forEach(entityManager::remove);
    }

    private List<MembershipRow> rows(OperatorId operator) {
        return entityManager
                .createQuery(
                        "select m from MembershipRow m where m.operator = :operator order by m.department",
                        MembershipRow.class)
                .setParameter("operator", operator.value())
                .getResultList();
    }

    private List<MembershipRow> all() {
        return entityManager
                .createQuery("select m from MembershipRow m order by m.department", MembershipRow.class)
                .getResultList();
    }
}
