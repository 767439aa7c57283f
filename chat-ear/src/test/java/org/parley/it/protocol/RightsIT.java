package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.protocol.RightsScene.Attempt;

/** Each cell of the tables in {@code docs/security.md} is tried. */
class RightsIT extends ProtocolSuite {

    /** The frame about a conversation, by its row. */
    private static final Map<String, Function<Attempt, ObjectNode>> FRAMES = Map.ofEntries(
            Map.entry("start", a -> command("start", "department", "support")),
            Map.entry("send", a -> on(a, "send", "text", "Hello")),
            Map.entry("note", a -> on(a, "note", "text", "A note")),
            Map.entry("read", a -> Json.frame("read", "conversation", a.conversation(), "seq", 1)),
            Map.entry("delivered", a -> Json.frame("delivered", "conversation", a.conversation(), "seq", 1)),
            Map.entry("typing", a -> Json.frame("typing", "conversation", a.conversation(), "text", "")),
            Map.entry("status", a -> command("status", "status", "accepting")),
            Map.entry("accept", a -> on(a, "accept")),
            Map.entry("decline", a -> on(a, "decline")),
            Map.entry("transfer", a -> on(a, "transfer", "to", Json.object("department", a.scene().sales))),
            Map.entry("follow", a -> on(a, "follow")),
            Map.entry("unfollow", a -> on(a, "unfollow")),
            Map.entry("whisper", a -> on(a, "whisper", "text", "Psst")),
            Map.entry("takeover", a -> on(a, "takeover")),
            Map.entry(
                    "force", a -> command("force", "operator", a.scene().ids.get(RightsScene.SPARE), "status", "away")),
            Map.entry("close", a -> on(a, "close")),
            Map.entry("merge", a -> on(a, "merge", "into", a.another())),
            Map.entry("unmerge", a -> on(a, "unmerge")),
            Map.entry("reopen", a -> on(a, "reopen")),
            Map.entry("page", a -> Json.frame("page", "url", Cast.SHOP + "/")),
            Map.entry("update", a -> on(a, "update", "tags", List.of("vip"))),
            Map.entry(
                    "invite",
                    a -> command("invite", "visitor", a.person().id(), "text", "Hello", "department", "sales")),
            Map.entry("invitation", a -> command("invitation", "invitation", a.invitation(), "state", "shown")),
            Map.entry("watch queue", a -> command("watch", "topics", List.of("queue"))),
            Map.entry("watch board", a -> command("watch", "topics", List.of("board"))),
            Map.entry("sync public", a -> on(a, "sync", "log", "public", "after", 0, "limit", 10)),
            Map.entry("sync internal", a -> on(a, "sync", "log", "internal", "after", 0, "limit", 10)),
            Map.entry("ping", a -> Json.frame("ping")));

    private RightsScene scene;

    private final AnswerPromises promises = new AnswerPromises();

    /** For resources that are not about a visitor. */
    private Attempt usual;

    @BeforeEach
    void setTheScene() {
        scene = new RightsScene(cast);
    }

    @Test
    void eachFrameShouldDoWhatTheTableSays() {
        DocumentTable table = DocumentTable.read("security.md", "Frame");
        SoftAssertions all = new SoftAssertions();
        table.rows().forEach((frame, cells) -> {
            for (int i = 0; i < cells.size(); i++) {
                String person = table.columns().get(i);
                all.assertThat(tried(frame, person))
                        .as("%s by %s", frame, person)
                        .isEqualTo(cells.get(i));
            }
        });
        all.assertAll();
        assertThat(table.rows().keySet()).containsAll(FRAMES.keySet());
    }

    private String tried(String frame, String person) {
        try (Attempt attempt = scene.attempt(person.contains("waits"))) {
            Cast.Visitor another = person.equals("visitor, another's") ? scene.departments.visitor() : null;
            String token = another != null
                    ? another.token()
                    : person.equals("visitor, theirs") ? attempt.person().token() : scene.tokens.get(staff(person));
            ChatSocket device = another != null
                    ? another.live()
                    : person.equals("visitor, theirs") ? attempt.visitor() : scene.devices.get(staff(person));
            if (frame.equals("hello")) {
                return cast.connect(token).hello().path("type").asText().replace("welcome", "yes");
            }
            if (frame.equals("renew")) {
                return RightsScene.said(device, command("renew", "token", token));
            }
            assertThat(FRAMES).as("the frames that the test knows").containsKey(frame);
            ObjectNode said = FRAMES.get(frame).apply(attempt);
            return said.has("id")
                    ? RightsScene.said(device, said)
                    : RightsScene.toldOf(device, said, attempt.conversation());
        }
    }

    private static String staff(String person) {
        return switch (person) {
            case "operator who owns it" -> RightsScene.OWNER;
            case "operator for whom it waits", "operator who serves its department" -> RightsScene.COLLEAGUE;
            case "operator of another site" -> RightsScene.OTHER;
            case "supervisor" -> RightsScene.SUPERVISOR;
            case "administrator" -> RightsScene.ADMIN;
            default -> throw new AssertionError("nobody plays " + person);
        };
    }

    private static ObjectNode on(Attempt attempt, String type, Object... fields) {
        return command(type, fields).put("conversation", attempt.conversation());
    }

    private static ObjectNode command(String type, Object... fields) {
        return Json.frame(type, fields).put("id", UUID.randomUUID().toString());
    }

    @Test
    void eachResourceShouldDoWhatTheTableSays() {
        DocumentTable table = DocumentTable.read("security.md", "Resource");
        usual = scene.attempt(false);
        SoftAssertions all = new SoftAssertions();
        table.rows().forEach((resource, cells) -> {
            for (int i = 0; i < cells.size(); i++) {
                String person = table.columns().get(i);
                all.assertThat(requested(resource, person))
                        .as("%s by %s", resource, person)
                        .isEqualTo(cells.get(i));
            }
        });
        all.assertAll();
    }

    private String requested(String resource, String person) {
        boolean isOfVisitor = resource.contains("{visitor}") || resource.contains("{conversation}");
        try (Attempt attempt = isOfVisitor ? scene.attempt(false) : usual) {
            String method = resource.split(" ")[0];
            String path = resource.split(" ")[1]
                    .replace("{site}", scene.departments.site())
                    .replace("{visitor}", attempt.person().id())
                    .replace("{conversation}", attempt.conversation())
                    .replace("{key}", Cast.unique("department"))
                    .replace("{username}", Cast.unique("account"));
            String token = bearer(resource, person, attempt);
            Http request = Http.to(parley().at("/api/v1" + prepared(method, path)));
            if (token != null) {
                request.bearer(token);
            }
            Http.Answer answer = switch (method) {
                case "GET" -> request.get();
                case "DELETE" -> request.delete();
                case "PUT" -> request.put(body(resource));
                default -> request.json("POST", post(resource));
            };
            promises.check(resource, answer);
            return answer.status() < 300 ? "yes" : answer.code();
        }
    }

    /** What has to be there before it can be changed. */
    private String prepared(String method, String path) {
        if (path.contains("/departments/") && method.equals("DELETE")) {
            Http.to(parley().at("/api/v1" + path)).bearer(scene.admin).put(Json.object("name", "Gone soon"));
        }
        if (path.contains("{rule}")) {
            String rule = Http.to(parley().at("/api/v1/sites/" + scene.departments.site() + "/invitation-rules"))
                    .bearer(scene.admin)
                    .json("POST", rule().toString())
                    .expect(201)
                    .path("id")
                    .asText();
            return path.replace("{rule}", rule);
        }
        if (path.startsWith("/operators/id/")) {
            String account = Http.to(parley().at("/api/v1/operators/" + Cast.unique("account")))
                    .bearer(scene.admin)
                    .put(account())
                    .expect(200)
                    .path("id")
                    .asText();
            return path.replace("{id}", account);
        }
        if (path.startsWith("/invitations")) {
            return path + "?site=" + scene.departments.site();
        }
        return path.replace("{id}", UUID.randomUUID().toString());
    }

    private String bearer(String resource, String person, Attempt attempt) {
        return switch (person) {
            case "nobody" -> null;
            case "visitor" -> attempt.person().token();
            case "operator who talks with the visitor" -> fresh(resource, RightsScene.OWNER);
            case "operator who serves the site" -> fresh(resource, RightsScene.COLLEAGUE);
            default -> fresh(resource, staff(person));
        };
    }

    /** The person who signs out needs another session than the others. */
    private String fresh(String resource, String name) {
        return resource.equals("POST /logout") ? scene.login(name) : scene.tokens.get(name);
    }

    private ObjectNode body(String resource) {
        return switch (resource.split(" ")[1]) {
            case "/operators/{username}" -> account();
            case "/canned-replies/{id}" ->
                Json.object(
                        "site",
                        scene.departments.site(),
                        "shortcut",
                        Cast.unique("s"),
                        "language",
                        "en",
                        "text",
                        "Hello");
            case "/sites/{site}/hours" -> Json.object("hours", null);
            case "/sites/{site}/invitation-rules/{rule}" -> rule();
            case "/sites/{site}" -> Json.object("name", "A shop");
            default -> Json.object();
        };
    }

    private static ObjectNode account() {
        return Json.object("name", "Somebody", "role", "chat-operator", "password", "correct horse battery");
    }

    private static ObjectNode rule() {
        return Json.object("name", "A rule", "enabled", false, "texts", Json.object("en", "Hello"));
    }

    private String post(String resource) {
        return switch (resource.split(" ")[1]) {
            case "/poll" -> "[" + Json.frame("hello", "device", "d-rights", "client", "it/1.0") + "]";
            case "/visitors" -> Json.object("site", scene.departments.site()).toString();
            case "/login" ->
                Json.object("username", scene.usernames.get(RightsScene.SPARE), "password", "correct horse battery")
                        .toString();
            case "/sites/{site}/invitation-rules" -> rule().toString();
            default -> "{}";
        };
    }
}
