package org.parley.web.invitation;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.parley.api.invitation.InvitationRule;
import org.parley.api.invitation.InvitationRule.Conditions;
import org.parley.api.visitor.LiveVisitor;

/** Which rule invites a visitor now, without regard to earlier invitations. */
final class InvitationRules {
    private static final String FALLBACK = "en";

    private final Clock clock;

    InvitationRules(Clock clock) {
        this.clock = clock;
    }

    /**
     * The first rule that is enabled and whose conditions all hold.
     *
     * @param rules in the order of trial
     * @param zone of the hours of the day
     */
    Optional<InvitationRule> first(List<InvitationRule> rules, LiveVisitor visitor, ZoneId zone) {
        return rules.stream()
                .filter(InvitationRule::enabled)
                .filter(rule -> hold(rule.when(), visitor, zone))
                .findFirst();
    }

    private boolean hold(Conditions when, LiveVisitor visitor, ZoneId zone) {
        return (when.page() == null || visitor.page() != null && PagePattern.matches(when.page(), visitor.page()))
                && (when.seconds() == null || secondsOnPage(visitor) >= when.seconds())
                && (when.pages() == null || visitor.pages() >= when.pages())
                && (when.returning() == null || visitor.returning() == when.returning())
                && (when.attribute() == null
                        || when.value().equals(visitor.attributes().get(when.attribute())))
                && (when.from() == null || isBetween(LocalTime.parse(when.from()), LocalTime.parse(when.to()), zone));
    }

    private long secondsOnPage(LiveVisitor visitor) {
        return Duration.between(visitor.pageSince(), clock.instant()).toSeconds();
    }

    private boolean isBetween(LocalTime from, LocalTime to, ZoneId zone) {
        LocalTime now = LocalTime.ofInstant(clock.instant(), zone);
        boolean begun = !now.isBefore(from);
        boolean ended = !now.isBefore(to);
        return from.isBefore(to) ? begun && !ended : begun || !ended;
    }

    /** The text in the visitor's language, else in a related one, else in English, else in any. */
    static String text(InvitationRule rule, String language) {
        String tag = language == null ? FALLBACK : language;
        return Optional.ofNullable(rule.texts().get(tag))
                .or(() -> byPrimary(rule, primary(tag)))
                .or(() -> byPrimary(rule, FALLBACK))
                .orElseGet(() -> rule.texts().entrySet().stream()
                        .min(java.util.Map.Entry.comparingByKey())
                        .orElseThrow()
                        .getValue());
    }

    private static Optional<String> byPrimary(InvitationRule rule, String primary) {
        return rule.texts().entrySet().stream()
                .filter(text -> primary(text.getKey()).equals(primary))
                .min(java.util.Map.Entry.comparingByKey())
                .map(java.util.Map.Entry::getValue);
    }

    private static String primary(String tag) {
        return tag.split("-", 2)[0];
    }
}
