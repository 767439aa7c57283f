package org.parley.api.error;

/** What can go wrong, in the words of the wire protocol ({@code docs/protocol.md}, "Errors"). */
public enum ErrorCode {
    /** A frame that is malformed or out of order; the connection closes. */
    PROTOCOL("protocol", 400),
    /** A field is missing or wrong; nothing was stored. */
    INVALID("invalid", 400),
    UNAUTHORIZED("unauthorized", 401),
    FORBIDDEN("forbidden", 403),
    /** There is no such thing, or the caller may not know that there is. */
    NOT_FOUND("not-found", 404),
    /** The body of a request did not come in time; nothing was done. */
    TIMEOUT("timeout", 408),
    /** Another operator owns the conversation. */
    TAKEN("taken", 409),
    /** The conversation is closed. */
    CLOSED("closed", 409),
    CONFLICT("conflict", 409),
    TOO_LARGE("too-large", 413),
    /** The request is for another host than Parley's own. */
    MISDIRECTED("misdirected", 421),
    RATE_LIMITED("rate-limited", 429),
    /** For the moment only: the same command with the same id may be sent again. */
    UNAVAILABLE("unavailable", 503),
    /** Nobody there to deliver to. */
    UNREACHABLE("unreachable", 409),
    INTERNAL("internal", 500);

    private final String wire;
    private final int httpStatus;

    ErrorCode(String wire, int httpStatus) {
        this.wire = wire;
        this.httpStatus = httpStatus;
    }

    /** The name that stands in {@code error} frames and problem documents. */
    public String wire() {
        return wire;
    }

    /** The status of the same error over HTTP (RFC 9110). */
    public int httpStatus() {
        return httpStatus;
    }
}
