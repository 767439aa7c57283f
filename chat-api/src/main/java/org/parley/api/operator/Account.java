package org.parley.api.operator;

import org.parley.api.security.Role;

/**
 * The wanted state of a built-in account.
 *
 * @param username 1 to 64 of {@code a-z 0-9 . _ -}
 * @param name for people to read, 1 to 100 UTF-16 units; null keeps the existing one
 * @param password at least {@code parley.password.min-length} UTF-16 units; null keeps the existing one
 * @param role operator, supervisor or administrator; null keeps the existing one
 */
public record Account(String username, String name, String password, Role role) {
    /** Keeps the password out of logs. */
    @Override
    public String toString() {
        return "Account[" + username + ", " + role + "]";
    }
}
