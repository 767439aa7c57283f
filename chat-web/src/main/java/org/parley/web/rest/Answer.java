package org.parley.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.parley.api.canned.CannedReply;
import org.parley.api.operator.Operator;
import org.parley.api.site.Site;
import org.parley.api.visitor.PageView;
import org.parley.web.security.Tokens;

/** What the resources answer. */
final class Answer {
    private static final DateTimeFormatter TIME =
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

    static JsonObject operator(Operator operator) {
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("id", operator.id().toString())
                .add("username", operator.username())
                .add("name", operator.name())
                .add("role", operator.role().group())
                .add("status", operator.status().wire());
        if (operator.issuer() != null) {
            answer.add("issuer", operator.issuer());
        }
        return answer.build();
    }
}
