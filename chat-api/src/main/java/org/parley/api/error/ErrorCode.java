package org.parley.api.error;

/** Why a request is refused, in the words of the wire protocol ({@code docs/protocol.md}, "Errors"). */
public enum ErrorCode {
    /** A malformed frame, or one out of order; the connection closes. */
    PROTOCOL("protocol", 400),
    /** A field is missing or wrong; nothing was stored. */
    INVALID("invalid", 400),
    UNAUTHORIZED("unauthorized", 401),
    FORBIDDEN("forbidden", 403),
    /** There is no such thing, or the caller may not see it. */
    NOT_FOUND("not-found", 404),
    /** A request's body did not come in time; nothing was done. */
    TIMEOUT("timeout", 408),
    /** Another operator owns the conversation. */
    TAKEN("taken", 409),
    CLOSED("closed", 409),
    CONFLICT("conflict", 409),
    TOO_LARGE("too-large", 413),
    /** The request is for another host than Parley's own. */
    MISDIRECTED("misdirected", 421),
    RATE_LIMITED("rate-limited", 429),
    /** For the moment only: the same command with the same id may be sent again. */
    UNAVAILABLE("unavailable", 503),
    /** Nobody is there who could take it. */
    UNREACHABLE("unreachable", 409),
    INTERNAL("internal", 500);

    private final String wire;
    private final int httpStatus;

    ErrorCode(String wire, int httpStatus) {
        this.wire = wire;
        this.httpStatus = httpStatus;
    }

    /** The name in {@code error} frames and problem documents. */
    public String wire() {
        return wire;
    }

    /** The HTTP status of the error (RFC 9110). */
    public int httpStatus() {
        return httpStatus;
    }
}
