package org.parley.web.protocol;

import org.parley.api.error.ChatException;

/** An unreadable frame, with the id of its command, so that the answer can name it. */
public final class BadFrame extends Exception {
    private static final long serialVersionUID = 1L;

    private final ChatException error;
    private final String re;

    BadFrame(ChatException error, String re) {
        super(error);
        this.error = error;
        this.re = re;
    }

    public ChatException error() {
        return error;
    }

    /** The command's id, or null. */
    public String re() {
        return re;
    }
}
