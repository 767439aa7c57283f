package org.parley.api.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/** An interval of one date in time: from {@code opens} until just before {@code closes}; maybe empty. */
record Span(Instant opens, Instant closes) {

    static Span of(LocalDate date, OpeningInterval interval, ZoneId zone) {
        LocalDateTime midnight = date.atStartOfDay();
        return new Span(
                first(midnight.plusMinutes(interval.start()), zone),
                afterLast(midnight.plusMinutes(interval.end()), zone));
    }

    boolean contains(Instant moment) {
        return !moment.isBefore(opens) && moment.isBefore(closes);
    }

    /** The first moment at which the clock shows this time or a later one. */
    private static Instant first(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(time);
        if (transition == null) {
            return time.atZone(zone).toInstant();
        }
        return transition.isGap() ? transition.getInstant() : time.toInstant(transition.getOffsetBefore());
    }

    /** The end of the last moment at which the clock shows an earlier time than this. */
    private static Instant afterLast(LocalDateTime time, ZoneId zone) {
        ZoneOffsetTransition transition = zone.getRules().getTransition(time);
        // At the very time to which the clock is put back it has shown all earlier ones for the last time.
        boolean isTwice = transition != null && transition.isOverlap() && time.isAfter(transition.getDateTimeAfter());
        return isTwice ? time.toInstant(transition.getOffsetAfter()) : first(time, zone);
    }
}
