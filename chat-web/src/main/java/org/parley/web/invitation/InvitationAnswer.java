package org.parley.web.invitation;

import java.util.TreeMap;
import org.parley.api.invitation.InvitationCount;
import org.parley.api.invitation.InvitationRule;
import org.parley.api.invitation.InvitationRule.Conditions;
import org.parley.web.json.Json;

/** Writes the answers about invitations. */
final class InvitationAnswer {
    private InvitationAnswer() {}

    static void count(Json o, InvitationCount count) {
        o.put("day", count.day())
                .put("attempts", count.attempts())
                .put("delivered", count.delivered())
                .put("shown", count.shown())
                .put("answered", count.answered())
                .put("dismissed", count.dismissed())
                .put("failed", count.failed());
    }

    static void rule(Json o, InvitationRule rule) {
        o.put("id", rule.id())
                .put("name", rule.name())
                .put("enabled", rule.enabled())
                .put("rank", rule.rank())
                .put("department", rule.department())
                .with("when", when -> when(when, rule.when()))
                .texts("texts", new TreeMap<>(rule.texts()));
    }

    private static void when(Json o, Conditions when) {
        o.put("page", when.page())
                .put("seconds", when.seconds())
                .put("pages", when.pages())
                .put("returning", when.returning())
                .put("attribute", when.attribute())
                .put("value", when.value())
                .put("from", when.from())
                .put("to", when.to());
    }
}
