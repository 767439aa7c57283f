package org.parley.api.security;

import org.parley.api.operator.Operator;

/** The built-in accounts of operators, for companies without an identity provider. */
public interface Accounts {
    /**
     * Takes the same time whether the account exists or not.
     *
     * @return the account's operator
     * @throws org.parley.api.error.ChatException UNAUTHORIZED when name or password is wrong
     */
    Operator authenticate(String username, String password);
}
