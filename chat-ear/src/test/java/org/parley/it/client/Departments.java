package org.parley.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Sets departments and operators up as an administrator does. */
public final class Departments {
    private final Cast cast;
    private final String admin;
    private final String site;

    public Departments(Cast cast) {
        this.cast = cast;
        this.admin = cast.token("chat-admin");
        this.site = cast.newSite();
    }

    public String site() {
        return site;
    }

    /** Makes or changes a department of this site; gives its id. */
    public String save(String key, Object... settings) {
        ObjectNode body = Json.object(settings);
        if (!body.has("name")) {
            body.put("name", key);
        }
        return Http.to(cast.parley().at("/api/v1/sites/" + site + "/departments/" + key))
                .bearer(admin)
                .put(body)
                .expect(200)
                .path("id")
                .asText();
    }

    /** Says what an operator can take, and for which departments; gives the answer. */
    public JsonNode employ(String operator, int capacity, String... departments) {
        return Http.to(cast.parley().at("/api/v1/operators/id/" + operator + "/settings"))
                .bearer(admin)
                .put(Json.object(
                        "capacity",
                        capacity,
                        "departments",
                        List.of(departments).stream()
                                .map(id -> Map.of("department", id, "skill", 5))
                                .toList()))
                .expect(200);
    }

    public Cast.Visitor visitor() {
        return cast.visitorOf(site);
    }
}
