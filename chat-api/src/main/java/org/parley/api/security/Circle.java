package org.parley.api.security;

import java.util.EnumSet;
import java.util.Set;

/** Roles that may do the same things. */
public enum Circle {
    /** Every person; not what no person does. */
    EVERYBODY(EnumSet.allOf(Role.class)),
    VISITORS(EnumSet.of(Role.VISITOR)),
    STAFF(EnumSet.of(Role.OPERATOR, Role.SUPERVISOR, Role.ADMIN)),
    /** Supervisors and administrators, who see the conversations of others. */
    OVERSEERS(EnumSet.of(Role.SUPERVISOR, Role.ADMIN)),
    /** What no person does: each {@link Actor}. It has no role, so that no token and no container can give it. */
    HOUSE(EnumSet.noneOf(Role.class));

    private final Set<Role> roles;

    Circle(Set<Role> roles) {
        this.roles = Set.copyOf(roles);
    }

    /** Whoever has one of them belongs to the circle; empty for that of the actors. */
    public Set<Role> roles() {
        return roles;
    }
}
