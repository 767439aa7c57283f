package org.parley.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.TreeMap;
import org.parley.api.invitation.InvitationCount;
import org.parley.api.invitation.InvitationRule;
import org.parley.api.invitation.InvitationRule.Conditions;

/** What the resources answer about invitations. */
final class InvitationAnswer {
    private InvitationAnswer() {}

    static JsonObject count(InvitationCount count) {
        return Json.createObjectBuilder()
                .add("day", count.day())
                .add("attempts", count.attempts())
                .add("delivered", count.delivered())
                .add("shown", count.shown())
                .add("answered", count.answered())
                .add("dismissed", count.dismissed())
                .add("failed", count.failed())
                .build();
    }

    static JsonObject rule(InvitationRule rule) {
        return Json.createObjectBuilder()
                .add("id", rule.id().toString())
                .add("name", rule.name())
                .add("enabled", rule.enabled())
                .add("rank", rule.rank())
                .add("department", rule.department())
                .add("when", when(rule.when()))
                .add("texts", Json.createObjectBuilder(new TreeMap<String, Object>(rule.texts())))
                .build();
    }

    private static JsonObjectBuilder when(Conditions when) {
        JsonObjectBuilder answer = Json.createObjectBuilder();
        text(answer, "page", when.page());
        number(answer, "seconds", when.seconds());
        number(answer, "pages", when.pages());
        if (when.returning() != null) {
            answer.add("returning", when.returning());
        }
        text(answer, "attribute", when.attribute());
        text(answer, "value", when.value());
        text(answer, "from", when.from());
        text(answer, "to", when.to());
        return answer;
    }

    private static void text(JsonObjectBuilder answer, String field, String value) {
        if (value != null) {
            answer.add(field, value);
        }
    }

    private static void number(JsonObjectBuilder answer, String field, Integer value) {
        if (value != null) {
            answer.add(field, value);
        }
    }
}
