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

    /**
     * Whether the account has signed in from the address within {@code parley.login.known-days}; false for an account that does
     * not exist.
     *
     * @param address what limits count by
     */
    boolean knows(String username, String address);

    /** Somebody has signed in from the address. */
    void signedIn(String username, String address);
}
