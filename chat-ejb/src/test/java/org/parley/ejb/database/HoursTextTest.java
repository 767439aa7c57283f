package org.parley.ejb.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.api.site.BusinessHours;
import org.parley.api.site.WrittenHours;

class HoursTextTest {
    private static final List<String> FULL = List.of("01:00-02:00", "03:00-04:00", "05:00-06:00", "22:00-46:00");

    @Test
    void hoursShouldReadBackTheSame() {
        BusinessHours hours = new WrittenHours(
                        "Europe/Berlin",
                        Map.of("monday", List.of("09:00-12:00", "13:00-17:00")),
                        Map.of("2026-12-25", List.of()))
                .read();
        assertThat(HoursText.of(hours))
                .isEqualTo("{\"zone\":\"Europe/Berlin\",\"days\":{\"monday\":[\"09:00-12:00\",\"13:00-17:00\"]},"
                        + "\"exceptions\":{\"2026-12-25\":[]}}");
        assertThat(HoursText.parse(HoursText.of(hours))).isEqualTo(hours);
        assertThat(HoursText.parse(HoursText.of(null))).isNull();
    }

    @Test
    void theLongestHoursShouldFitIntoTheColumn() {
        Map<String, List<String>> days = new TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day.name().toLowerCase(Locale.ROOT), FULL);
        }
        Map<String, List<String>> exceptions = new TreeMap<>();
        for (int i = 0; i < BusinessHours.MOST_EXCEPTIONS; i++) {
            exceptions.put(LocalDate.EPOCH.plusDays(i).toString(), FULL);
        }
        String zone = Collections.max(
                java.time.ZoneId.getAvailableZoneIds(), java.util.Comparator.comparingInt(String::length));
        assertThat(HoursText.of(new WrittenHours(zone, days, exceptions).read()))
                .hasSizeLessThanOrEqualTo(8000);
    }
}
