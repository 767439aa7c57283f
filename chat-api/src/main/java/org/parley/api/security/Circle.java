package org.parley.api.security;

import java.util.EnumSet;
import java.util.Set;

/** Roles that may do the same things. */
public enum Circle {
    /** Every person, but no {@link Actor}. */
    EVERYBODY(EnumSet.allOf(Role.class)),
    VISITORS(EnumSet.of(Role.VISITOR)),
    STAFF(EnumSet.of(Role.OPERATOR, Role.SUPERVISOR, Role.ADMIN)),
    /** Supervisors and administrators, who see the conversations of others. */
    OVERSEERS(EnumSet.of(Role.SUPERVISOR, Role.ADMIN)),
    /** Every {@link Actor}. It has no role, so that no token and no container can give it. */
    HOUSE(EnumSet.noneOf(Role.class));

    private final Set<Role> roles;

    Circle(Set<Role> roles) {
        this.roles = Set.copyOf(roles);
    }

    /** A caller with one of them belongs to the circle; empty for {@link #HOUSE}. */
    public Set<Role> roles() {
        return roles;
    }
}
