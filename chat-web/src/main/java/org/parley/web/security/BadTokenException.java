package org.parley.web.security;

/** A token that proves nothing. Why is for the log alone. */
public final class BadTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    BadTokenException(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    BadTokenException(String reason) {
        super(reason);
    }
}
