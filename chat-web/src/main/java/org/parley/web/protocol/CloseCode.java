package org.parley.web.protocol;

/** Why a connection is closed. The range tells the client whether to come back ({@code docs/client.md}). */
public enum CloseCode {
    PROTOCOL(4400, "The frame was not one of this protocol"),
    TOKEN(4401, "The token is not valid any more; get a new one first"),
    FORBIDDEN(4403, "Not allowed"),
    REPLACED(4409, "Another connection took this one's place"),
    RATE_LIMITED(4429, "Too many frames"),
    INTERNAL(4500, "A fault of the server"),
    DRAINING(4503, "The server is shutting down"),
    SLOW_READER(4508, "The frames were not read fast enough"),
    SILENT(4510, "Nothing was heard for two heartbeats");

    private final int code;
    private final String reason;

    CloseCode(int code, String reason) {
        this.code = code;
        this.reason = reason;
    }

    public int code() {
        return code;
    }

    /** For a person or a log; short enough for a close frame (RFC 6455: 123 bytes). */
    public String reason() {
        return reason;
    }

    /** Whether the client may come back by itself. */
    public boolean reconnect() {
        return code >= 4500;
    }
}
