package org.parley.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.invitation.InvitationRule;
import org.parley.api.invitation.InvitationRule.Conditions;
import org.parley.api.visitor.LiveVisitor;
import org.parley.web.connection.SetClock;

class InvitationRulesTest {
    private static final Conditions ALWAYS = new Conditions(null, null, null, null, null, null, null, null);

    private final SetClock clock = new SetClock();
    private final InvitationRules rules = new InvitationRules(clock);

    @Test
    void ruleWithoutConditionsShouldInviteEverybody() {
        assertThat(invites(ALWAYS, visitor(1, false))).isTrue();
    }

    @Test
    void everyConditionShouldHaveToHold() {
        LiveVisitor visitor = visitor(3, true);
        clock.goOn(Duration.ofSeconds(30));
        assertThat(invites(new Conditions("/cart", 30, 3, true, "plan", "gold", "00:00", "00:01"), visitor))
                .isTrue();
        assertThat(invites(new Conditions("/help", 30, 3, true, "plan", "gold", "00:00", "00:01"), visitor))
                .isFalse();
        assertThat(invites(new Conditions("/cart", 31, 3, true, "plan", "gold", "00:00", "00:01"), visitor))
                .isFalse();
        assertThat(invites(new Conditions("/cart", 30, 4, true, "plan", "gold", "00:00", "00:01"), visitor))
                .isFalse();
        assertThat(invites(new Conditions("/cart", 30, 3, false, "plan", "gold", "00:00", "00:01"), visitor))
                .isFalse();
        assertThat(invites(new Conditions("/cart", 30, 3, true, "plan", "silver", "00:00", "00:01"), visitor))
                .isFalse();
        assertThat(invites(new Conditions("/cart", 30, 3, true, "level", "gold", "00:00", "00:01"), visitor))
                .isFalse();
        assertThat(invites(new Conditions("/cart", 30, 3, true, "plan", "gold", "00:01", "00:02"), visitor))
                .isFalse();
    }

    @Test
    void hoursShouldBeThoseOfTheZone() {
        Conditions morning = new Conditions(null, null, null, null, null, null, "08:00", "12:00");
        LiveVisitor visitor = visitor(1, false); // it is midnight in UTC
        assertThat(rules.first(List.of(rule(0, true, morning)), visitor, ZoneId.of("Asia/Shanghai")))
                .isPresent();
        assertThat(rules.first(List.of(rule(0, true, morning)), visitor, ZoneOffset.UTC))
                .isEmpty();
    }

    @Property
    void hoursShouldHoldInAllTheirMinutesAndInNoOthers(
            @ForAll @IntRange(max = 1439) int from,
            @ForAll @IntRange(max = 1439) int to,
            @ForAll @IntRange(max = 1439) int now) {
        if (from == to) {
            return; // refused when a rule is saved
        }
        SetClock at = new SetClock();
        at.goOn(Duration.ofMinutes(now));
        Conditions hours = new Conditions(null, null, null, null, null, null, time(from), time(to));
        boolean within = IntStream.iterate(from, minute -> minute != to, minute -> (minute + 1) % 1440)
                .anyMatch(minute -> minute == now);
        assertThat(new InvitationRules(at).first(List.of(rule(0, true, hours)), visitor(1, false), ZoneOffset.UTC))
                .matches(rule -> rule.isPresent() == within);
    }

    @Property
    void firstThatIsEnabledAndHoldsShouldInvite(
            @ForAll @Size(max = 6) List<Boolean> enabled, @ForAll @Size(max = 6) List<Boolean> holds) {
        int count = Math.min(enabled.size(), holds.size());
        List<InvitationRule> all = IntStream.range(0, count)
                .mapToObj(i -> rule(i, enabled.get(i), holds.get(i) ? ALWAYS : ofPages(99)))
                .toList();
        int expected = IntStream.range(0, count)
                .filter(i -> enabled.get(i) && holds.get(i))
                .findFirst()
                .orElse(-1);
        assertThat(rules.first(all, visitor(1, false), ZoneOffset.UTC)
                        .map(InvitationRule::rank)
                        .orElse(-1))
                .isEqualTo(expected);
    }

    @Property
    void visitorWhoWaitsShouldNeverLoseAnInvitation(
            @ForAll @IntRange(max = 600) int asked, @ForAll @IntRange(max = 600) int waited) {
        SetClock at = new SetClock();
        LiveVisitor visitor = visitor(1, false);
        at.goOn(Duration.ofSeconds(waited));
        Conditions seconds = new Conditions(null, asked, null, null, null, null, null, null);
        assertThat(new InvitationRules(at)
                        .first(List.of(rule(0, true, seconds)), visitor, ZoneOffset.UTC)
                        .isPresent())
                .isEqualTo(waited >= asked);
    }

    @Test
    void textShouldBeInTheVisitorsLanguageOrTheNearest() {
        InvitationRule rule = texts("en", "zh-CN", "de");
        assertThat(InvitationRules.text(rule, "zh-CN")).isEqualTo("zh-CN");
        assertThat(InvitationRules.text(rule, "zh-TW")).isEqualTo("zh-CN");
        assertThat(InvitationRules.text(rule, "de-AT")).isEqualTo("de");
        assertThat(InvitationRules.text(rule, "ar")).isEqualTo("en");
        assertThat(InvitationRules.text(rule, null)).isEqualTo("en");
        assertThat(InvitationRules.text(texts("ar", "fr"), "de")).isEqualTo("ar");
    }

    private boolean invites(Conditions when, LiveVisitor visitor) {
        return rules.first(List.of(rule(0, true, when)), visitor, ZoneOffset.UTC)
                .isPresent();
    }

    private static Conditions ofPages(int pages) {
        return new Conditions(null, null, pages, null, null, null, null, null);
    }

    private static InvitationRule texts(String... languages) {
        Map<String, String> texts = List.of(languages).stream().collect(Collectors.toMap(tag -> tag, tag -> tag));
        return new InvitationRule(UUID.randomUUID(), "shop", "rule", true, 0, "support", ALWAYS, texts);
    }

    private static InvitationRule rule(int rank, boolean enabled, Conditions when) {
        return new InvitationRule(
                new UUID(0, rank), "shop", "rule", enabled, rank, "support", when, Map.of("en", "Hello"));
    }

    private static String time(int minutes) {
        return LocalTime.ofSecondOfDay(minutes * 60L).toString();
    }

    private static LiveVisitor visitor(int pages, boolean returning) {
        Instant since = new SetClock().instant();
        return new LiveVisitor(
                new Participant(ParticipantKind.VISITOR, new UUID(1, 1).toString(), "Ada"),
                false,
                "shop",
                "https://shop.example/cart?item=1",
                null,
                null,
                since,
                since,
                pages,
                null,
                "de",
                Map.of("plan", "gold"),
                returning,
                null,
                null,
                null);
    }
}
