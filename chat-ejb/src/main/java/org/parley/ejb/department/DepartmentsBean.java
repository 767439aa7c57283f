package org.parley.ejb.department;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.parley.api.department.ConfiguredDepartment;
import org.parley.api.department.DepartmentId;
import org.parley.api.department.DepartmentSettings;
import org.parley.api.department.Departments;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.ejb.database.Ids;
import org.parley.ejb.event.StaffingChanged;

@Stateless
@RolesAllowed(Role.Names.ADMIN)
public class DepartmentsBean implements Departments {
    @Inject
    EntityManager entityManager;

    @Inject
    KnownStrategies strategies;

    @Inject
    Event<StaffingChanged> changes;

    @Override
    public List<ConfiguredDepartment> list(Caller admin, String site) {
        SiteDepartments departments = new SiteDepartments(rows(site, LockModeType.NONE));
        return departments.all().map(departments::configured).toList();
    }

    @Override
    public ConfiguredDepartment save(Caller admin, String site, String key, UnaryOperator<DepartmentSettings> change) {
        if (!DepartmentRules.isKey(key)) {
            throw ChatException.invalid("department", "A department's key is 1 to 64 of a-z, 0-9 and the hyphen.");
        }
        SiteDepartments departments = locked(site);
        DepartmentRow row = departments.find(key).orElse(null);
        DepartmentSettings settings = change.apply(
                row == null ? DepartmentSettings.initial(key) : row.toSettings(departments.fallbackOf(row)));
        DepartmentRules.check(settings, strategies::has);
        departments.checkFallback(key, settings.fallback());
        if (row == null) {
            row = new DepartmentRow(new DepartmentId(Ids.next()), site, key, settings.name());
            entityManager.persist(row);
        } else if (!settings.enabled()) {
            departments.checkAnotherIsEnabled(row);
        }
        row.apply(settings, departments.id(settings.fallback()));
        changes.fire(new StaffingChanged());
        return new ConfiguredDepartment(row.toDepartment(), row.toSettings(settings.fallback()));
    }

    @Override
    public void delete(Caller admin, String site, String key) {
        SiteDepartments departments = locked(site);
        DepartmentRow row = departments.find(key).orElseThrow(() -> ChatException.notFound("department"));
        departments.checkAnotherIsEnabled(row);
        departments.checkNobodyFallsBackTo(row);
        checkNoReplies(row);
        changes.fire(new StaffingChanged());
        entityManager
                .createQuery("delete from MembershipRow m where m.department = :department")
                .setParameter("department", row.id().value())
                .executeUpdate();
        try {
            entityManager.remove(row);
            entityManager.flush();
        } catch (PersistenceException stillNamed) {
            // A check before would not help, because a conversation may begin in between; the constraint decides.
            throw new ChatException(
                    ErrorCode.CONFLICT,
                    "The department has conversations or invitations. Disable it instead, and they stay.");
        }
    }

    private void checkNoReplies(DepartmentRow row) {
        long replies = entityManager
                .createQuery("select count(r) from CannedReplyRow r where r.department = :department", Long.class)
                .setParameter("department", row.id().toString())
                .getSingleResult();
        if (replies > 0) {
            throw new ChatException(
                    ErrorCode.CONFLICT,
                    "The department has canned replies of its own. Delete them first, or give them to the whole site.");
        }
    }

    /** One administrator at a time: two valid changes could close a circle together. */
    private SiteDepartments locked(String site) {
        rows(site, LockModeType.PESSIMISTIC_WRITE);
        // Read again, because somebody may have added one while this waited for the lock.
        return new SiteDepartments(rows(site, LockModeType.NONE));
    }

    private List<DepartmentRow> rows(String site, LockModeType lock) {
        List<DepartmentRow> rows = entityManager
                .createQuery("select d from DepartmentRow d where d.site = :site order by d.id", DepartmentRow.class)
                .setParameter("site", site)
                .setLockMode(lock)
                .getResultList();
        // A site is made with a department and keeps at least one.
        if (rows.isEmpty()) {
            throw ChatException.notFound("site");
        }
        return rows;
    }
}
