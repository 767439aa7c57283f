package org.parley.api.site;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.parley.api.error.ChatException;

/**
 * When a site or a department is open. It is computed for each moment, so a changed rule of a time zone holds at once
 * (ADR-0020).
 *
 * <p>An interval belongs to the day on which it begins, and so does its part beyond midnight: an exception for the next
 * day does not cut it off. It opens when the clock of the zone first shows its start or jumps over it, and closes when
 * the clock shows a time before its end for the last time. So an hour that comes twice does not close and reopen an
 * interval, and an interval within a skipped hour is not open at all.
 *
 * @param zone a region of the tz database, such as {@code Europe/Berlin}, or {@code UTC}
 * @param days the intervals of each day of the week, earliest first, at most {@value #MOST_INTERVALS} a day, without
 *     overlap; missing or empty days are closed
 * @param exceptions dates with other hours: these intervals replace those of the day of the week, none means closed; at
 *     most {@value #MOST_EXCEPTIONS}
 */
public record BusinessHours(
        ZoneId zone, Map<DayOfWeek, List<OpeningInterval>> days, Map<LocalDate, List<OpeningInterval>> exceptions) {
    /** The most intervals of one day. */
    public static final int MOST_INTERVALS = 4;

    /** The most exceptions. */
    public static final int MOST_EXCEPTIONS = 100;

    /** How far {@link #nextChange} and {@link #nextOpening} look ahead, in days. */
    public static final int HORIZON_DAYS = 366;

    static final String FIELD = "hours";

    // Some zones have moved their clocks by a whole day, so a moment may belong to a day two before or after its date.
    private static final int NEIGHBOURS = 2;

    /** @throws ChatException INVALID with the field, such as {@code hours.days.monday} */
    public BusinessHours {
        if (zone == null) {
            throw ChatException.invalid(FIELD + ".zone", "Opening hours need a time zone, such as Europe/Berlin.");
        }
        if (exceptions.size() > MOST_EXCEPTIONS) {
            throw ChatException.invalid(
                    FIELD + ".exceptions", "There are at most " + MOST_EXCEPTIONS + " exceptions; remove past ones.");
        }
        Map<DayOfWeek, List<OpeningInterval>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, intervals) ->
                week.put(day, checked(FIELD + ".days." + day.name().toLowerCase(Locale.ROOT), intervals)));
        week.values().removeIf(List::isEmpty);
        days = Collections.unmodifiableMap(week);
        Map<LocalDate, List<OpeningInterval>> dated = new TreeMap<>();
        exceptions.forEach((date, intervals) -> dated.put(date, checked(FIELD + ".exceptions." + date, intervals)));
        exceptions = Collections.unmodifiableMap(dated);
    }

    /** Whether it is open at the moment. */
    public boolean isOpen(Instant moment) {
        for (Span span : spans(moment, NEIGHBOURS)) {
            if (span.contains(moment)) {
                return true;
            }
        }
        return false;
    }

    /**
     * When it opens: {@code from} itself when it is open then, else the first moment afterwards.
     *
     * @return empty when it stays closed for the next {@value #HORIZON_DAYS} days
     */
    public Optional<Instant> nextOpening(Instant from) {
        return isOpen(from) ? Optional.of(from) : nextChange(from);
    }

    /**
     * The first moment after {@code from} at which it opens or closes.
     *
     * @return empty when it stays as it is for the next {@value #HORIZON_DAYS} days
     */
    public Optional<Instant> nextChange(Instant from) {
        Instant horizon = from.plus(HORIZON_DAYS, ChronoUnit.DAYS);
        return Optional.ofNullable(change(from)).filter(change -> !change.isAfter(horizon));
    }

    private Instant change(Instant from) {
        Instant end = null;
        // Spans come in the order of their openings: what follows either goes on with the open one or comes too late.
        for (Span span : spans(from, HORIZON_DAYS + 2 * NEIGHBOURS)) {
            if (end == null && span.opens().isAfter(from)) {
                return span.opens();
            }
            if (end != null && span.opens().isAfter(end)) {
                return end;
            }
            if (span.closes().isAfter(end == null ? from : end)) {
                end = span.closes();
            }
        }
        return end;
    }

    /** The spans around a moment in the order of opening, without the ones that a jump of the clock skips. */
    private Iterable<Span> spans(Instant moment, int daysAhead) {
        LocalDate date = LocalDate.ofInstant(moment, zone);
        return IntStream.rangeClosed(-NEIGHBOURS, daysAhead)
                .mapToObj(date::plusDays)
                .flatMap(day -> intervals(day).stream().map(interval -> Span.of(day, interval, zone)))
                .filter(span -> span.opens().isBefore(span.closes()))::iterator;
    }

    private List<OpeningInterval> intervals(LocalDate date) {
        List<OpeningInterval> exception = exceptions.get(date);
        return exception != null ? exception : days.getOrDefault(date.getDayOfWeek(), List.of());
    }

    private static List<OpeningInterval> checked(String field, List<OpeningInterval> intervals) {
        if (intervals.size() > MOST_INTERVALS) {
            throw ChatException.invalid(field, "A day has at most " + MOST_INTERVALS + " intervals.");
        }
        List<OpeningInterval> sorted = intervals.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).overlaps(sorted.get(i - 1))) {
                throw ChatException.invalid(
                        field, "The intervals " + sorted.get(i - 1) + " and " + sorted.get(i) + " overlap.");
            }
        }
        return sorted;
    }
}
