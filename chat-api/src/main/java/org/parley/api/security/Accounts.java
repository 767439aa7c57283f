package org.parley.api.security;

/** The built-in accounts of operators. */
public interface Accounts {
    /**
     * Takes the same time whether the account exists or not.
     *
     * @return the standing of the account's operator
     * @throws org.parley.api.error.ChatException UNAUTHORIZED when name or password is wrong, or the account is not
     *     enabled
     */
    Standing authenticate(String username, String password);

    /**
     * Whether the account has signed in from the address within {@code parley.login.known-days}; false for an unknown
     * account.
     *
     * @param address of the client, as limits count it
     */
    boolean knows(String username, String address);

    /** Remembers a sign-in from the address. */
    void signedIn(String username, String address);
}
