package org.parley.api.error;

import jakarta.ejb.ApplicationException;

/**
 * A refusal that the caller gets to know. The transaction is rolled back, so a failed command leaves nothing behind.
 * The message is for a person and says what to do.
 */
@ApplicationException(rollback = true)
public class ChatException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String field;
    private final int retryAfter;

    /**
     * @param field the wrong field as it is called on the wire, or null
     * @param retryAfter seconds after which a further try makes sense, 0 when unknown
     */
    protected ChatException(ErrorCode code, String message, String field, int retryAfter) {
        super(message);
        this.code = code;
        this.field = field;
        this.retryAfter = retryAfter;
    }

    public ChatException(ErrorCode code, String message) {
        this(code, message, null, 0);
    }

    /** A missing or wrong field. */
    public static ChatException invalid(String field, String message) {
        return new ChatException(ErrorCode.INVALID, message, field, 0);
    }

    /** An overlong field, or an overlong frame when {@code field} is null. */
    public static ChatException tooLarge(String field, String message) {
        return new ChatException(ErrorCode.TOO_LARGE, message, field, 0);
    }

    public static ChatException notFound(String what) {
        return new ChatException(ErrorCode.NOT_FOUND, "There is no such " + what + ", or it is not yours to see.");
    }

    /** The right sign-in of a disabled account. */
    public static ChatException disabled() {
        return new ChatException(
                ErrorCode.UNAUTHORIZED, "This account is disabled. Ask an administrator.", "enabled", 0);
    }

    public static ChatException forbidden(String message) {
        return new ChatException(ErrorCode.FORBIDDEN, message);
    }

    public static ChatException rateLimited(String message, int retryAfterSeconds) {
        return new ChatException(ErrorCode.RATE_LIMITED, message, null, retryAfterSeconds);
    }

    /** A failure for the moment: the same may be tried again. */
    public static ChatException unavailable(String message, int retryAfterSeconds) {
        return new ChatException(ErrorCode.UNAVAILABLE, message, null, retryAfterSeconds);
    }

    public ErrorCode code() {
        return code;
    }

    /** The wrong field as it is called on the wire, or null. */
    public String field() {
        return field;
    }

    /** Seconds after which a further try makes sense; 0 when unknown. */
    public int retryAfter() {
        return retryAfter;
    }
}
