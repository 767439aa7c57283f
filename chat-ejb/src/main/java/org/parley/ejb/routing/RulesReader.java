package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.api.department.DepartmentId;
import org.parley.api.error.ChatException;
import org.parley.api.operator.OperatorId;
import org.parley.ejb.department.DepartmentRow;
import org.parley.ejb.department.MembershipRow;
import org.parley.ejb.site.SiteRow;

/** Reads how departments are set up, within the caller's transaction. */
@ApplicationScoped
public class RulesReader {
    @Inject
    EntityManager entityManager;

    /** The departments of all sites, by site and name. */
    public List<DepartmentRules> departments() {
        // Departments first, so that their sites are among the sites; the next query may read newer rows.
        List<DepartmentRow> rows = entityManager
                .createQuery("select d from DepartmentRow d order by d.site, d.name, d.id", DepartmentRow.class)
                .getResultList();
        Map<String, SiteRow> sites = entityManager
                .createQuery("select s from SiteRow s", SiteRow.class)
                .getResultStream()
                .collect(Collectors.toMap(SiteRow::id, site -> site));
        return rows.stream()
                .map(row -> rules(row, sites.get(row.toDepartment().site())))
                .toList();
    }

    DepartmentRules rules(DepartmentId department) {
        DepartmentRow row = entityManager.find(DepartmentRow.class, department.value());
        if (row == null) {
            throw ChatException.notFound("department");
        }
        return rules(row, entityManager.find(SiteRow.class, row.toDepartment().site()));
    }

    private static DepartmentRules rules(DepartmentRow row, SiteRow site) {
        return new DepartmentRules(
                row.toDepartment(),
                row.toSettings(null),
                row.fallback(),
                row.hours() == null ? site.hours() : row.hours());
    }

    /** The operators of each department with members, and their skills. */
    Map<DepartmentId, Map<OperatorId, Integer>> members() {
        Map<DepartmentId, Map<OperatorId, Integer>> members = new HashMap<>();
        entityManager
                .createQuery("select m from MembershipRow m", MembershipRow.class)
                .getResultStream()
                .forEach(row -> members.computeIfAbsent(row.department(), id -> new HashMap<>())
                        .put(row.operator(), row.skill()));
        return members;
    }

    /** Whether the operator serves the department, as {@link DutyRoster#serves}. */
    boolean serves(OperatorId operator, DepartmentId department) {
        return entityManager
                        .createQuery("""
                                select count(m)
                                from MembershipRow m
                                where m.department = :department
                                  and not exists (
                                    select o from MembershipRow o
                                    where o.department = :department and o.operator = :operator)""", Long.class)
                        .setParameter("department", department.value())
                        .setParameter("operator", operator.value())
                        .getSingleResult()
                == 0;
    }

    /** The enabled departments of a site. */
    List<DepartmentId> departmentsOf(String site) {
        return entityManager
                .createQuery("select d.id from DepartmentRow d where d.site = :site and d.enabled = true", UUID.class)
                .setParameter("site", site)
                .getResultStream()
                .map(DepartmentId::new)
                .toList();
    }
}
