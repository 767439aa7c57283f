package org.parley.api.security;

/** The role of a caller; the names are the groups of the JWT and the roles of {@code web.xml}. */
public enum Role {
    VISITOR(Names.VISITOR),
    OPERATOR(Names.OPERATOR),
    SUPERVISOR(Names.SUPERVISOR),
    ADMIN(Names.ADMIN);

    private final String group;

    Role(String group) {
        this.group = group;
    }

    /** The group in the token's {@code groups} claim. */
    public String group() {
        return group;
    }

    /** Constants for {@code @RolesAllowed}. */
    public static final class Names {
        public static final String VISITOR = "chat-visitor";
        public static final String OPERATOR = "chat-operator";
        public static final String SUPERVISOR = "chat-supervisor";
        public static final String ADMIN = "chat-admin";

        private Names() {}
    }
}
