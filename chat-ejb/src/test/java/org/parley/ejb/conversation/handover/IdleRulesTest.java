package org.parley.ejb.conversation.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;

class IdleRulesTest {
    private static final Instant SAID = Instant.parse("2026-11-02T12:00:00Z");

    @Property
    void aVisitorWhoWaitsShouldNeverBeIdle(
            @ForAll @LongRange(max = 1_000_000) long seconds,
            @ForAll @IntRange(max = 100) int warn,
            @ForAll @IntRange(max = 200) int close) {
        assertThat(after(seconds).next(said(EntryKind.MESSAGE, ParticipantKind.VISITOR), warn, close))
                .isEqualTo(IdleRules.Step.NONE);
        assertThat(after(seconds).next(said(EntryKind.ASSIGNED, ParticipantKind.OPERATOR), warn, close))
                .isEqualTo(IdleRules.Step.NONE);
    }

    @Property
    void theWarningShouldComeWhenItsTimeIsOverAndNotBefore(
            @ForAll @LongRange(max = 20_000) long seconds,
            @ForAll @IntRange(min = 1, max = 100) int warn,
            @ForAll @IntRange(max = 100) int more) {
        assertThat(after(seconds).next(answer(), warn, more == 0 ? 0 : warn + more))
                .isEqualTo(seconds >= warn * 60L ? IdleRules.Step.WARN : IdleRules.Step.NONE);
    }

    @Property
    void anActorsMessageShouldWaitForTheVisitorAsAnAnswerDoes(
            @ForAll @LongRange(max = 20_000) long seconds, @ForAll @IntRange(min = 1, max = 100) int warn) {
        assertThat(after(seconds).next(said(EntryKind.MESSAGE, ParticipantKind.SYSTEM), warn, 0))
                .isEqualTo(after(seconds).next(answer(), warn, 0));
    }

    @Property
    void theEndShouldComeWhenTheWarningSaidAndNeverSooner(
            @ForAll @LongRange(max = 100_000) long late,
            @ForAll @LongRange(max = 20_000) long seconds,
            @ForAll @IntRange(min = 1, max = 100) int warn,
            @ForAll @IntRange(min = 1, max = 100) int more) {
        long warned = warn * 60L + late;
        Instant closes = after(warned).closes(answer(), warn, warn + more);
        assertThat(closes).isAfterOrEqualTo(SAID.plusSeconds(warned).plus(Duration.ofMinutes(more)));

        Entry warning = entry(
                EntryKind.IDLE,
                ParticipantKind.SYSTEM,
                SAID.plusSeconds(warned),
                Map.of(IdleRules.CLOSES, closes.toString()));
        assertThat(after(warned + seconds).next(warning, warn, warn + more))
                .isEqualTo(seconds >= more * 60L ? IdleRules.Step.CLOSE : IdleRules.Step.NONE);
    }

    @Property
    void aDepartmentMayCloseWithoutAWarning(
            @ForAll @LongRange(max = 20_000) long seconds, @ForAll @IntRange(min = 1, max = 200) int close) {
        assertThat(after(seconds).next(answer(), 0, close))
                .isEqualTo(seconds >= close * 60L ? IdleRules.Step.CLOSE : IdleRules.Step.NONE);
    }

    @Example
    void aDepartmentMayWarnAndNeverClose() {
        assertThat(after(600).closes(answer(), 5, 0)).isNull();
        Entry warning = entry(EntryKind.IDLE, ParticipantKind.SYSTEM, SAID, Map.of());
        assertThat(after(1_000_000).next(warning, 5, 0)).isEqualTo(IdleRules.Step.NONE);
    }

    @Property
    void nothingShouldHappenWhereNothingIsSet(@ForAll @LongRange(max = 100_000_000) long seconds) {
        assertThat(after(seconds).next(answer(), 0, 0)).isEqualTo(IdleRules.Step.NONE);
    }

    private static IdleRules after(long seconds) {
        return new IdleRules(Clock.fixed(SAID.plusSeconds(seconds), ZoneOffset.UTC));
    }

    private static Entry answer() {
        return said(EntryKind.MESSAGE, ParticipantKind.OPERATOR);
    }

    private static Entry said(EntryKind kind, ParticipantKind author) {
        return entry(kind, author, SAID, Map.of());
    }

    private static Entry entry(EntryKind kind, ParticipantKind author, Instant at, Map<String, String> data) {
        return new Entry(
                new ConversationId(new UUID(1, 1)),
                EntryLog.PUBLIC,
                7,
                at,
                kind,
                new Participant(author, "a", null),
                null,
                null,
                data);
    }
}
