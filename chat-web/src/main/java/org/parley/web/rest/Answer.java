package org.parley.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.parley.api.operator.Operator;
import org.parley.api.site.Site;
import org.parley.web.security.Tokens;

/** What the resources answer. */
final class Answer {
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
                .build();
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
