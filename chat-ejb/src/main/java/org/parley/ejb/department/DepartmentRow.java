package org.parley.ejb.department;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.department.DepartmentSettings;
import org.parley.api.site.BusinessHours;
import org.parley.ejb.database.HoursText;

@Entity
@Table(name = "department")
public class DepartmentRow {
    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "department_key")
    private String key;

    private String name;
    private boolean enabled;
    private String strategy;

    @Column(name = "offer_seconds")
    private int offerSeconds;

    @Column(name = "prefer_last")
    private boolean preferLast;

    @Column(name = "fallback_id")
    private String fallback;

    private String hours;

    @Column(name = "may_wait")
    private boolean mayWait;

    @Column(name = "idle_warn_minutes")
    private int idleWarnMinutes;

    @Column(name = "idle_close_minutes")
    private int idleCloseMinutes;

    @Column(name = "return_seconds")
    private int returnSeconds;

    protected DepartmentRow() {}

    public DepartmentRow(DepartmentId id, String site, String key, String name) {
        this.id = id.value();
        this.site = site;
        this.key = key;
        apply(DepartmentSettings.initial(name), null);
    }

    /** @param fallbackId of the department that the settings name by its key, or null */
    void apply(DepartmentSettings settings, DepartmentId fallbackId) {
        name = settings.name();
        enabled = settings.enabled();
        strategy = settings.strategy();
        offerSeconds = settings.offerSeconds();
        preferLast = settings.preferLast();
        fallback = fallbackId == null ? null : fallbackId.toString();
        hours = HoursText.of(settings.hours());
        mayWait = settings.mayWait();
        idleWarnMinutes = settings.idleWarnMinutes();
        idleCloseMinutes = settings.idleCloseMinutes();
        returnSeconds = settings.returnSeconds();
    }

    public DepartmentId id() {
        return new DepartmentId(id);
    }

    public String key() {
        return key;
    }

    public boolean isEnabled() {
        return enabled;
    }

    /** The department that takes over when nobody is there; null for none. */
    public DepartmentId fallback() {
        return fallback == null ? null : DepartmentId.of(fallback);
    }

    /** The department's own hours; null for the hours of its site. */
    public BusinessHours hours() {
        return HoursText.parse(hours);
    }

    public Department toDepartment() {
        return new Department(id(), site, key, name);
    }

    /** @param fallbackKey of the department that {@link #fallback} names, or null */
    public DepartmentSettings toSettings(String fallbackKey) {
        return new DepartmentSettings(
                name,
                enabled,
                strategy,
                offerSeconds,
                preferLast,
                fallbackKey,
                hours(),
                mayWait,
                idleWarnMinutes,
                idleCloseMinutes,
                returnSeconds);
    }
}
