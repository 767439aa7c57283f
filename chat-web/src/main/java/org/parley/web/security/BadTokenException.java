package org.parley.web.security;

/** An invalid token. The message is only for the log. */
public final class BadTokenException extends Exception {
    private static final long serialVersionUID = 1L;

    BadTokenException(Throwable cause) {
        super(cause.getMessage(), cause);
    }

    BadTokenException(String reason) {
        super(reason);
    }
}
