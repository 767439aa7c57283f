package org.parley.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.parley.api.canned.CannedReply;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorSettings;
import org.parley.api.operator.StaffMember;
import org.parley.api.site.Site;
import org.parley.api.visitor.PageView;
import org.parley.web.security.Tokens;

/** What the resources answer. */
final class Answer {
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private Answer() {}

    static JsonObjectBuilder token(Tokens.Given given) {
        return Json.createObjectBuilder().add("token", given.token()).add("expiresIn", given.expiresInSeconds());
    }

    static JsonObject site(Site site) {
        return Json.createObjectBuilder()
                .add("id", site.id())
                .add("name", site.name())
                .add(
                        "origins",
                        Json.createArrayBuilder(site.origins().stream().sorted().toList()))
                .add("provesIdentity", site.identityKey() != null)
                .add("visitors", site.visitors().watching().wire())
                .add("keepAddress", site.visitors().keepAddress())
                .add("keepQuery", site.visitors().keepQuery())
                .build();
    }

    static JsonObject pageView(PageView view) {
        JsonObjectBuilder answer =
                Json.createObjectBuilder().add("url", view.url()).add("at", TIME.format(view.at()));
        if (view.title() != null) {
            answer.add("title", view.title());
        }
        if (view.referrer() != null) {
            answer.add("referrer", view.referrer());
        }
        return answer.build();
    }

    static JsonObject cannedReply(CannedReply reply, String siteName) {
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("id", reply.id().toString())
                .add("site", Json.createObjectBuilder().add("id", reply.site()).add("name", siteName))
                .add("shortcut", reply.shortcut())
                .add("language", reply.language())
                .add("text", reply.text());
        if (reply.department() != null) {
            answer.add("department", reply.department().toString());
        }
        return answer.build();
    }

    static JsonObject staff(StaffMember member) {
        Operator operator = member.operator();
        OperatorSettings settings = member.settings();
        JsonArrayBuilder departments = Json.createArrayBuilder();
        settings.departments()
                .forEach(one -> departments.add(Json.createObjectBuilder()
                        .add("department", one.department().toString())
                        .add("skill", one.skill())));
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("id", operator.id().toString())
                .add("username", operator.username())
                .add("name", operator.name())
                .add("role", operator.role().group())
                .add("status", operator.status().wire())
                .add("enabled", settings.enabled())
                .add("capacity", settings.capacity() == null ? JsonValue.NULL : Json.createValue(settings.capacity()))
                .add("languages", Json.createArrayBuilder(settings.languages()))
                .add("departments", departments);
        if (operator.issuer() != null) {
            answer.add("issuer", operator.issuer());
        }
        return answer.build();
    }
}
