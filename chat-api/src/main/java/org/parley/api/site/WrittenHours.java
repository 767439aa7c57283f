package org.parley.api.site;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.parley.api.error.ChatException;

/**
 * {@link BusinessHours} as texts, as forms, files and the database have them.
 *
 * @param zone a region of the tz database
 * @param days for {@code monday} to {@code sunday} the intervals, each as {@link OpeningInterval} writes it
 * @param exceptions the same for dates, {@code 2026-12-25}
 */
public record WrittenHours(String zone, Map<String, List<String>> days, Map<String, List<String>> exceptions) {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    /** The texts of these hours; days in the order of the week, dates in the order of time. */
    public static WrittenHours of(BusinessHours hours) {
        Map<String, List<String>> days = new LinkedHashMap<>();
        hours.days().forEach((day, intervals) -> days.put(name(day), written(intervals)));
        Map<String, List<String>> exceptions = new LinkedHashMap<>();
        hours.exceptions().forEach((date, intervals) -> exceptions.put(date.toString(), written(intervals)));
        return new WrittenHours(hours.zone().getId(), days, exceptions);
    }

    /** @throws ChatException INVALID with the field, such as {@code hours.exceptions.2026-12-25} */
    public BusinessHours read() {
        Map<DayOfWeek, List<OpeningInterval>> week = new EnumMap<>(DayOfWeek.class);
        days.forEach((name, written) -> week.put(day(name), intervals(field("days", name), written)));
        Map<LocalDate, List<OpeningInterval>> dates = new TreeMap<>();
        exceptions.forEach((date, written) -> dates.put(date(date), intervals(field("exceptions", date), written)));
        return new BusinessHours(readZone(), week, dates);
    }

    private ZoneId readZone() {
        // Offsets such as +02:00 are zones to Java, but they know no summer time: nobody's opening hours mean them.
        if (zone == null || !ZoneId.getAvailableZoneIds().contains(zone)) {
            throw ChatException.invalid(
                    BusinessHours.FIELD + ".zone", "That is no known time zone; one looks like Europe/Berlin.");
        }
        return ZoneId.of(zone);
    }

    private static DayOfWeek day(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (name(day).equals(name)) {
                return day;
            }
        }
        throw ChatException.invalid(BusinessHours.FIELD + ".days", "The days are monday, tuesday … sunday.");
    }

    private static LocalDate date(String text) {
        try {
            if (DATE.matcher(text).matches()) {
                return LocalDate.parse(text);
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw ChatException.invalid(
                BusinessHours.FIELD + ".exceptions", "The exceptions are dates such as 2026-12-25 that exist.");
    }

    private static List<OpeningInterval> intervals(String field, List<String> written) {
        List<OpeningInterval> intervals = new ArrayList<>();
        for (String text : written) {
            try {
                intervals.add(OpeningInterval.parse(text));
            } catch (ChatException e) {
                throw ChatException.invalid(field, e.getMessage());
            }
        }
        return intervals;
    }

    private static List<String> written(List<OpeningInterval> intervals) {
        return intervals.stream().map(OpeningInterval::toString).toList();
    }

    private static String name(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static String field(String part, String name) {
        return BusinessHours.FIELD + "." + part + "." + name;
    }
}
