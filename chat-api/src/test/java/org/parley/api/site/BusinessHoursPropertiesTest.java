package org.parley.api.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Properties of all opening hours in all zones, above all on days when clocks are changed. */
class BusinessHoursPropertiesTest {
    private static final int DAY = 24 * 60;

    /** Minutes before and after the compared ones, so that each interval that reaches into them is seen whole. */
    private static final int MARGIN = 4 * DAY;

    private static final int COMPARED = 2 * DAY;

    @Property(tries = 60)
    void eachMinuteShouldBeOpenAsTheClockOnTheWallSays(
            @ForAll("hours") BusinessHours hours, @ForAll("moments") Instant around) {
        Instant start = nearTransition(hours.zone(), around);
        BitSet open = byTheClockOnTheWall(hours, start);
        for (int minute = MARGIN; minute < MARGIN + COMPARED; minute++) {
            Instant moment = start.plus(minute, ChronoUnit.MINUTES);
            assertThat(hours.isOpen(moment)).as("at %s", moment).isEqualTo(open.get(minute));
            assertThat(hours.isOpen(moment.plusSeconds(59)))
                    .as("within the minute of %s", moment)
                    .isEqualTo(open.get(minute));
        }
    }

    @Property(tries = 60)
    void theNextChangeShouldBeTheNextMinuteThatDiffers(
            @ForAll("hours") BusinessHours hours, @ForAll("moments") Instant around) {
        Instant start = nearTransition(hours.zone(), around);
        BitSet open = byTheClockOnTheWall(hours, start);
        for (int minute = MARGIN; minute < MARGIN + COMPARED; minute += 7) {
            int next = open.get(minute) ? open.nextClearBit(minute) : open.nextSetBit(minute);
            if (next < 0 || next >= MARGIN + COMPARED) {
                break;
            }
            assertThat(hours.nextChange(start.plus(minute, ChronoUnit.MINUTES)))
                    .contains(start.plus(next, ChronoUnit.MINUTES));
        }
    }

    @Property(tries = 60)
    void theNextOpeningShouldBeOpenAndNothingBeforeIt(
            @ForAll("hours") BusinessHours hours, @ForAll("moments") Instant from) {
        Instant opening = hours.nextOpening(from).orElse(null);
        Instant until = opening == null ? from.plus(10, ChronoUnit.DAYS) : opening;
        for (Instant moment = from; moment.isBefore(until); moment = moment.plus(Duration.ofMinutes(11))) {
            assertThat(hours.isOpen(moment)).as("at %s", moment).isFalse();
        }
        if (opening != null) {
            assertThat(hours.isOpen(opening)).isTrue();
            assertThat(opening).isAfterOrEqualTo(from);
            assertThat(opening.equals(from) || !hours.isOpen(opening.minusMillis(1)))
                    .isTrue();
        }
    }

    @Property(tries = 60)
    void whatIsWrittenShouldReadBackTheSame(@ForAll("hours") BusinessHours hours) {
        assertThat(WrittenHours.of(hours).read()).isEqualTo(hours);
    }

    /**
     * Minute by minute the answer of somebody who only looks at the clock: an interval lasts from the first minute that
     * shows its start or later to the last one that shows less than its end.
     */
    private static BitSet byTheClockOnTheWall(BusinessHours hours, Instant start) {
        List<LocalDateTime> clock = new ArrayList<>();
        for (int minute = 0; minute < COMPARED + 2 * MARGIN; minute++) {
            clock.add(LocalDateTime.ofInstant(start.plus(minute, ChronoUnit.MINUTES), hours.zone()));
        }
        BitSet open = new BitSet();
        LocalDate last = clock.get(clock.size() - 1).toLocalDate();
        for (LocalDate date = clock.get(0).toLocalDate().plusDays(1); date.isBefore(last); date = date.plusDays(1)) {
            List<OpeningInterval> usual = hours.days().getOrDefault(date.getDayOfWeek(), List.of());
            for (OpeningInterval interval : hours.exceptions().getOrDefault(date, usual)) {
                LocalDateTime opens = date.atStartOfDay().plusMinutes(interval.start());
                LocalDateTime closes = date.atStartOfDay().plusMinutes(interval.end());
                int first = 0;
                while (first < clock.size() && clock.get(first).isBefore(opens)) {
                    first++;
                }
                int end = clock.size();
                while (end > 0 && !clock.get(end - 1).isBefore(closes)) {
                    end--;
                }
                if (first < end) {
                    open.set(first, end);
                }
            }
        }
        return open;
    }

    /** So that the compared minutes lie around the zone's next change of the clock, when it has one. */
    private static Instant nearTransition(ZoneId zone, Instant around) {
        ZoneOffsetTransition next = zone.getRules().nextTransition(around);
        Instant middle = next == null ? around : next.getInstant();
        return middle.minus(MARGIN + COMPARED / 2, ChronoUnit.MINUTES);
    }

    // Since 1975 all offsets are whole minutes; until 2040 each zone has had its oddities.
    @Provide
    Arbitrary<Instant> moments() {
        long from = Instant.parse("1975-01-01T00:00:00Z").getEpochSecond() / 60;
        long to = Instant.parse("2040-01-01T00:00:00Z").getEpochSecond() / 60;
        return Arbitraries.longs().between(from, to).map(minute -> Instant.ofEpochSecond(minute * 60));
    }

    @Provide
    Arbitrary<BusinessHours> hours() {
        Arbitrary<String> zones = Arbitraries.oneOf(
                Arbitraries.of(ZoneId.getAvailableZoneIds().stream()
                        .filter(zone -> !zone.startsWith("SystemV"))
                        .sorted()
                        .toList()),
                // An hour, half an hour, changes at midnight, a day left out, twice a year around Ramadan.
                Arbitraries.of(
                        "Europe/Berlin",
                        "America/New_York",
                        "Australia/Lord_Howe",
                        "America/St_Johns",
                        "America/Havana",
                        "Pacific/Apia",
                        "Pacific/Kwajalein",
                        "Africa/Casablanca",
                        "Asia/Gaza"));
        Arbitrary<Map<DayOfWeek, List<OpeningInterval>>> days =
                Arbitraries.maps(Arbitraries.of(DayOfWeek.class), intervals()).ofMaxSize(7);
        Arbitrary<LocalDate> dates = moments().map(moment -> LocalDate.ofEpochDay(moment.getEpochSecond() / 86_400));
        Arbitrary<Map<LocalDate, List<OpeningInterval>>> exceptions =
                Arbitraries.maps(dates, intervals()).ofMaxSize(5);
        return Combinators.combine(zones.map(ZoneId::of), days, exceptions).as(BusinessHours::new);
    }

    /** Up to three a day, in the hours in which clocks are changed as often as in the others; the last may be a night. */
    private static Arbitrary<List<OpeningInterval>> intervals() {
        Arbitrary<Integer> minutes = Arbitraries.oneOf(
                Arbitraries.integers().between(0, DAY - 1),
                Arbitraries.integers().between(0, 4 * 60),
                Arbitraries.integers().between(0, 23).map(hour -> hour * 60));
        Arbitrary<List<Integer>> marks = minutes.list()
                .uniqueElements()
                .ofMaxSize(6)
                .map(list -> list.stream().sorted().toList());
        return Combinators.combine(marks, Arbitraries.integers().between(1, DAY))
                .as((sorted, length) -> {
                    List<OpeningInterval> intervals = new ArrayList<>();
                    for (int i = 0; i + 1 < sorted.size(); i += 2) {
                        boolean last = i + 2 >= sorted.size();
                        intervals.add(
                                new OpeningInterval(sorted.get(i), last ? sorted.get(i) + length : sorted.get(i + 1)));
                    }
                    return intervals;
                });
    }
}
