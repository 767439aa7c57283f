package org.parley.web.poll;

import org.parley.api.error.ChatException;

/** The parts of a poll besides its frames. */
final class PollHeaders {
    static final String SESSION = "Chat-Session";
    static final String RECEIVED = "Chat-Received";
    static final String WAIT = "wait";

    /** Many proxies end a request that is silent for 30 seconds. */
    static final long LONGEST_WAIT = 25;

    private static final int MOST_DIGITS = 15;

    private PollHeaders() {}

    /** @return seconds */
    static long wait(String text) {
        return number(WAIT, text, LONGEST_WAIT);
    }

    static long received(String text) {
        return number(RECEIVED, text, Long.MAX_VALUE);
    }

    /** Absent is 0. */
    private static long number(String field, String text, long most) {
        if (text == null) {
            return 0;
        }
        if (!text.matches("[0-9]{1," + MOST_DIGITS + "}") || Long.parseLong(text) > most) {
            throw ChatException.invalid(field, field + " is a whole number from 0, in its range.");
        }
        return Long.parseLong(text);
    }
}
