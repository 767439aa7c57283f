package org.parley.api.security;

import java.util.EnumSet;
import java.util.Set;

/** Roles that may do the same things. */
public enum Circle {
    EVERYBODY(EnumSet.allOf(Role.class)),
    VISITORS(EnumSet.of(Role.VISITOR)),
    STAFF(EnumSet.of(Role.OPERATOR, Role.SUPERVISOR, Role.ADMIN)),
    /** Supervisors and administrators, who see the conversations of others. */
    OVERSEERS(EnumSet.of(Role.SUPERVISOR, Role.ADMIN));

    private final Set<Role> roles;

    Circle(Set<Role> roles) {
        this.roles = Set.copyOf(roles);
    }

    /** At least one; whoever has one of them belongs to the circle. */
    public Set<Role> roles() {
        return roles;
    }
}
