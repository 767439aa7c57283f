package org.parley.api.site;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.api.error.ChatException;

/**
 * An interval of opening on the clock of one day. Beyond midnight the hours go on (as in OpenStreetMap's
 * {@code opening_hours}): {@code 22:00-30:00} ends at six in the morning, and {@code 22:00-06:00} is a mistake, not a
 * night (ADR-0020).
 *
 * @param start minutes since the day's midnight, 0 to 1439; that minute belongs to it
 * @param end minutes since the same midnight, after the start and at most 1440 later; that minute does not belong to it
 */
public record OpeningInterval(int start, int end) implements Comparable<OpeningInterval> {
    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final Pattern WRITTEN = Pattern.compile("(\\d{2}):([0-5]\\d)-(\\d{2}):([0-5]\\d)");

    /** @throws ChatException INVALID when it does not begin on its day, ends before it begins, or lasts over 24 hours */
    public OpeningInterval {
        if (start < 0 || start >= DAY) {
            throw refused(start, end, "it begins on its day, from 00:00 to 23:59.");
        }
        if (end <= start) {
            throw refused(start, end, "it ends before it begins. Beyond midnight the hours go on: 22:00-30:00.");
        }
        if (end > start + DAY) {
            throw refused(start, end, "it lasts longer than 24 hours.");
        }
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @param text two times of two digits each, {@code 09:00-12:30}
     * @throws ChatException INVALID for any other text
     */
    public static OpeningInterval parse(String text) {
        Matcher matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            throw ChatException.invalid(BusinessHours.FIELD, "Opening hours look like 09:00-12:30.");
        }
        return new OpeningInterval(
                minutes(matcher.group(1), matcher.group(2)), minutes(matcher.group(3), matcher.group(4)));
    }

    boolean overlaps(OpeningInterval other) {
        return start < other.end && other.start < end;
    }

    /** The earlier one first. */
    @Override
    public int compareTo(OpeningInterval other) {
        return start != other.start ? Integer.compare(start, other.start) : Integer.compare(end, other.end);
    }

    @Override
    public String toString() {
        return written(start, end);
    }

    private static int minutes(String hours, String minutes) {
        return Integer.parseInt(hours) * HOUR + Integer.parseInt(minutes);
    }

    private static String written(int start, int end) {
        return "%02d:%02d-%02d:%02d".formatted(start / HOUR, start % HOUR, end / HOUR, end % HOUR);
    }

    private static ChatException refused(int start, int end, String why) {
        return ChatException.invalid(BusinessHours.FIELD, "The interval " + written(start, end) + " is wrong: " + why);
    }
}
