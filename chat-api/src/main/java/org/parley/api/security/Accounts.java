package org.parley.api.security;

/** The built-in accounts of operators, for companies without an identity provider. */
public interface Accounts {
    /**
     * Takes the same time whether the account exists or not.
     *
     * @return how the account's operator stands
     * @throws org.parley.api.error.ChatException UNAUTHORIZED when name or password is wrong, or the account is not enabled
     */
    Standing authenticate(String username, String password);
}
