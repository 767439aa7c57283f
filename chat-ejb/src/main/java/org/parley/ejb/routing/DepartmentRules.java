package org.parley.ejb.routing;

import java.time.Instant;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.department.DepartmentSettings;
import org.parley.api.site.BusinessHours;

/**
 * How a department distributes its conversations.
 *
 * @param fallback the department that takes over when nobody is there; null for none
 * @param hours its own or its site's; null for always open
 */
public record DepartmentRules(
        Department department, DepartmentSettings settings, DepartmentId fallback, BusinessHours hours) {

    boolean isOpen(Instant now) {
        return settings.enabled() && (hours == null || hours.isOpen(now));
    }

    /** Null when it is not known. */
    Instant nextOpening(Instant now) {
        return hours == null || !settings.enabled()
                ? null
                : hours.nextOpening(now).orElse(null);
    }

    /** Whether visitors may wait although nobody is there. */
    boolean letsWait(Instant now) {
        return settings.mayWait() && isOpen(now);
    }

    /** Whether silent visitors are warned, or their conversations closed. */
    boolean endsIdle() {
        return settings.idleWarnMinutes() > 0 || settings.idleCloseMinutes() > 0;
    }

    /** Whether it takes every conversation at any time, with or without operators. */
    boolean takesAlways() {
        return settings.enabled() && hours == null && settings.mayWait() && fallback == null;
    }
}
