package org.parley.api.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

class BusinessHoursTest {
    private static final String BERLIN = "Europe/Berlin";

    @Test
    void theLunchBreakShouldBeClosed() {
        BusinessHours hours = hours(BERLIN, Map.of("monday", List.of("09:00-12:00", "13:00-17:00")));
        assertThat(hours.isOpen(at("2026-11-23T08:59:59"))).isFalse();
        assertThat(hours.isOpen(at("2026-11-23T09:00"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-23T11:59:59.999"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-23T12:00"))).isFalse();
        assertThat(hours.nextOpening(at("2026-11-23T12:00"))).contains(at("2026-11-23T13:00"));
        assertThat(hours.nextOpening(at("2026-11-23T17:00"))).contains(at("2026-11-30T09:00"));
    }

    @Test
    void theNightShiftShouldGoOnAfterMidnight() {
        BusinessHours hours = hours(BERLIN, Map.of("monday", List.of("22:00-30:00")));
        assertThat(hours.isOpen(at("2026-11-24T05:59"))).isTrue();
        assertThat(hours.isOpen(at("2026-11-24T06:00"))).isFalse();
        assertThat(hours.isOpen(at("2026-11-23T05:00"))).isFalse();
        assertThat(hours.nextChange(at("2026-11-23T23:30"))).contains(at("2026-11-24T06:00"));
    }

    @Test
    void aNightThatGoesOnInTheNextDaysHoursShouldBeOneOpening() {
        BusinessHours hours =
                hours(BERLIN, Map.of("monday", List.of("22:00-30:00"), "tuesday", List.of("05:00-09:00")));
        assertThat(hours.nextChange(at("2026-11-23T22:00"))).contains(at("2026-11-24T09:00"));
    }

    @Test
    void anExceptionShouldReplaceItsDay() {
        BusinessHours hours = new WrittenHours(
                        BERLIN,
                        everyDay("09:00-17:00"),
                        Map.of("2026-12-24", List.of("09:00-12:00"), "2026-12-25", List.of()))
                .read();
        assertThat(hours.nextChange(at("2026-12-24T10:00"))).contains(at("2026-12-24T12:00"));
        assertThat(hours.nextOpening(at("2026-12-24T12:00"))).contains(at("2026-12-26T09:00"));
    }

    @Test
    void aClosedDayShouldNotCutOffTheNightBefore() {
        BusinessHours hours = new WrittenHours(BERLIN, everyDay("20:00-26:00"), Map.of("2026-12-25", List.of())).read();
        assertThat(hours.isOpen(at("2026-12-25T01:30"))).isTrue();
        assertThat(hours.isOpen(at("2026-12-25T20:30"))).isFalse();
        assertThat(hours.isOpen(at("2026-12-26T01:30"))).isFalse();
    }

    @Test
    void anIntervalInTheHourThatDoesNotExistShouldNotOpen() {
        BusinessHours hours = hours(BERLIN, Map.of("sunday", List.of("02:10-02:50")));
        assertThat(hours.nextOpening(Instant.parse("2026-03-28T12:00:00Z"))).contains(at("2026-04-05T02:10"));
    }

    @Test
    void whatBeginsInTheHourThatDoesNotExistShouldOpenWhenTheClockJumps() {
        BusinessHours hours = hours(BERLIN, Map.of("sunday", List.of("02:30-05:00")));
        assertThat(hours.nextOpening(Instant.parse("2026-03-28T12:00:00Z")))
                .contains(Instant.parse("2026-03-29T01:00:00Z"));
    }

    @Test
    void theHourThatComesTwiceShouldNotCloseInBetween() {
        BusinessHours hours = hours(BERLIN, Map.of("sunday", List.of("01:00-02:30")));
        assertThat(hours.nextChange(Instant.parse("2026-10-24T23:00:00Z")))
                .as("02:30 for the second time")
                .contains(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void whatEndsWhenTheClockIsPutBackToShouldEndTheFirstTime() {
        BusinessHours hours = hours(BERLIN, Map.of("sunday", List.of("00:00-02:00")));
        assertThat(hours.nextChange(Instant.parse("2026-10-24T23:00:00Z")))
                .contains(Instant.parse("2026-10-25T00:00:00Z"));
    }

    @Test
    void aDayThatAZoneLeftOutShouldNotOpen() {
        BusinessHours hours = hours("Pacific/Apia", Map.of("friday", List.of("09:00-17:00")));
        Instant thursday = LocalDateTime.parse("2011-12-29T12:00")
                .atZone(ZoneId.of("Pacific/Apia"))
                .toInstant();
        assertThat(hours.nextOpening(thursday)
                        .orElseThrow()
                        .atZone(hours.zone())
                        .toLocalDateTime())
                .isEqualTo(LocalDateTime.parse("2012-01-06T09:00"));
    }

    @Test
    void whatNeverChangesShouldHaveNoNextChange() {
        BusinessHours never = hours("UTC", Map.of());
        BusinessHours always = hours("UTC", everyDay("00:00-24:00"));
        assertThat(never.isOpen(Instant.EPOCH)).isFalse();
        assertThat(never.nextOpening(Instant.EPOCH)).isEmpty();
        assertThat(always.isOpen(Instant.EPOCH)).isTrue();
        assertThat(always.nextOpening(Instant.EPOCH)).contains(Instant.EPOCH);
        assertThat(always.nextChange(Instant.EPOCH)).isEmpty();
    }

    @Test
    void anExceptionShouldBeFoundWithinTheHorizonAndNotBeyond() {
        BusinessHours hours = new WrittenHours("UTC", Map.of(), Map.of("2027-06-01", List.of("10:00-11:00"))).read();
        Instant opening = Instant.parse("2027-06-01T10:00:00Z");
        assertThat(hours.nextOpening(opening.minusSeconds(366L * 86_400))).contains(opening);
        assertThat(hours.nextOpening(opening.minusSeconds(366L * 86_400 + 1))).isEmpty();
    }

    @Test
    void intervalsOfADayThatOverlapShouldBeRefused() {
        refused("hours.days.monday", "UTC", Map.of("monday", List.of("13:00-17:00", "09:00-13:01")), Map.of());
        refused(
                "hours.exceptions.2026-12-24",
                "UTC",
                Map.of(),
                Map.of("2026-12-24", List.of("09:00-11:00", "10:00-10:30")));
    }

    @Test
    void tooMuchShouldBeRefused() {
        List<String> five = List.of("01:00-02:00", "03:00-04:00", "05:00-06:00", "07:00-08:00", "09:00-10:00");
        refused("hours.days.sunday", "UTC", Map.of("sunday", five), Map.of());
        Map<String, List<String>> dates = new TreeMap<>();
        for (int i = 0; i <= BusinessHours.MOST_EXCEPTIONS; i++) {
            dates.put(LocalDate.EPOCH.plusDays(i).toString(), List.of());
        }
        refused("hours.exceptions", "UTC", Map.of(), dates);
    }

    @Test
    void zonesThatNobodyKnowsShouldBeRefused() {
        for (String zone : new String[] {null, "", "Mars/Phobos", "+02:00", "europe/berlin"}) {
            refused("hours.zone", zone, Map.of(), Map.of());
        }
    }

    @Test
    void hoursWithoutAZoneShouldBeRefused() {
        ChatException refusal = catchThrowableOfType(
                ChatException.class, () -> new BusinessHours(null, Collections.emptyMap(), Map.of()));
        assertThat(refusal.field()).isEqualTo("hours.zone");
    }

    @Test
    void theSameHoursInAnotherOrderShouldBeEqual() {
        BusinessHours one = hours("UTC", Map.of("monday", List.of("13:00-17:00", "09:00-12:00"), "friday", List.of()));
        BusinessHours other = hours("UTC", Map.of("monday", List.of("09:00-12:00", "13:00-17:00")));
        assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
        assertThat(one.days()).containsOnlyKeys(DayOfWeek.MONDAY);
    }

    private static void refused(
            String field, String zone, Map<String, List<String>> days, Map<String, List<String>> exceptions) {
        ChatException refusal =
                catchThrowableOfType(ChatException.class, () -> new WrittenHours(zone, days, exceptions).read());
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
        assertThat(refusal.field()).isEqualTo(field);
    }

    private static Map<String, List<String>> everyDay(String interval) {
        Map<String, List<String>> days = new TreeMap<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            days.put(day.name().toLowerCase(Locale.ROOT), List.of(interval));
        }
        return days;
    }

    private static BusinessHours hours(String zone, Map<String, List<String>> days) {
        return new WrittenHours(zone, days, Map.of()).read();
    }

    private static Instant at(String berlin) {
        return LocalDateTime.parse(berlin).atZone(ZoneId.of(BERLIN)).toInstant();
    }
}
