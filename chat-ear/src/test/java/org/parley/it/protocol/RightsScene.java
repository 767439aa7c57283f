package org.parley.it.protocol;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Departments;
import org.parley.it.client.Http;
import org.parley.it.client.Json;

/**
 * The desk on which rights are tried: a site with two departments, each person at a device of their own, and for each attempt
 * a visitor who talks with the owner in the first department.
 */
final class RightsScene {
    static final String OWNER = "owner";
    static final String COLLEAGUE = "colleague";
    static final String OTHER = "other";
    static final String SUPERVISOR = "supervisor";
    static final String ADMIN = "admin";
    static final String SPARE = "spare";
    private static final String PASSWORD = "correct horse battery";

    final Cast cast;
    final String admin;
    final Departments departments;
    final String support;
    final String sales;
    final Map<String, String> usernames = new HashMap<>();
    final Map<String, String> tokens = new HashMap<>();
    final Map<String, ChatSocket> devices = new HashMap<>();
    final Map<String, String> ids = new HashMap<>();

    RightsScene(Cast cast) {
        this.cast = cast;
        admin = cast.token("chat-admin");
        departments = new Departments(cast);
        support = departments.save("support");
        sales = departments.save("sales");
        String elsewhere = new Departments(cast).save("support");
        employ(OWNER, "chat-operator", support, sales);
        employ(COLLEAGUE, "chat-operator", support, sales);
        employ(OTHER, "chat-operator", elsewhere);
        employ(SPARE, "chat-operator", elsewhere);
        employ(SUPERVISOR, "chat-supervisor", elsewhere);
        employ(ADMIN, "chat-admin", elsewhere);
        // Until routing knows them all
        await().until(() -> Stream.of(OWNER, COLLEAGUE)
                .allMatch(
                        name -> welcome(name).at("/self/departments").toString().contains(sales)));
    }

    private void employ(String name, String role, String... serves) {
        String username = Cast.unique(name);
        usernames.put(name, username);
        ids.put(
                name,
                Http.to(cast.parley().at("/api/v1/operators/" + username))
                        .bearer(admin)
                        .put(Json.object(
                                "name",
                                name,
                                "password",
                                PASSWORD,
                                "role",
                                role,
                                "departments",
                                Stream.of(serves)
                                        .map(id -> Map.of("department", id, "skill", 5))
                                        .toList()))
                        .expect(200)
                        .path("id")
                        .asText());
        tokens.put(name, login(name));
        ChatSocket device = cast.connect(tokens.get(name));
        device.hello();
        device.ack("status", "status", "accepting");
        devices.put(name, device);
    }

    private JsonNode welcome(String name) {
        ChatSocket device = cast.connect(tokens.get(name));
        try {
            return device.hello();
        } finally {
            device.close();
        }
    }

    String login(String name) {
        return Http.to(cast.parley().at("/api/v1/login"))
                .post(Json.object("username", usernames.get(name), "password", PASSWORD))
                .expect(200)
                .path("token")
                .asText();
    }

    /** A visitor on a page, who talks with the owner, or waits when nobody has accepted. */
    Attempt attempt(boolean waits) {
        Cast.Visitor person = departments.visitor();
        ChatSocket visitor = person.live();
        visitor.send(Json.frame("page", "url", Cast.SHOP + "/cart"));
        String conversation = visitor.ack("start", "department", "support", "text", "Hello")
                .path("conversation")
                .asText();
        if (!waits) {
            devices.get(OWNER).ack("accept", "conversation", conversation);
        }
        return new Attempt(this, person, visitor, conversation);
    }

    /** @param conversation the visitor's, in the first department */
    record Attempt(RightsScene scene, Cast.Visitor person, ChatSocket visitor, String conversation)
            implements AutoCloseable {

        /** Another conversation of the visitor, which the owner has as well. */
        String another() {
            String id = visitor.ack("start", "department", "sales")
                    .path("conversation")
                    .asText();
            scene.devices.get(OWNER).ack("accept", "conversation", id);
            return id;
        }

        /** An invitation of the visitor's. */
        String invitation() {
            return scene.devices
                    .get(SUPERVISOR)
                    .ack("invite", "visitor", person.id(), "text", "Hello", "department", "sales")
                    .path("invitation")
                    .asText();
        }

        @Override
        public void close() {
            visitor.close();
        }
    }

    /** The answer to a device's frame: {@code yes}, or the code of the refusal. */
    static String said(ChatSocket device, ObjectNode frame) {
        JsonNode answer = device.ask(frame);
        return answer.path("type").asText().equals("ack")
                ? "yes"
                : answer.path("code").asText();
    }

    /**
     * The same for a frame without an answer: what comes before the answer to another frame, which takes the same way.
     *
     * @param conversation of that other frame; it is closed afterwards, if the device may
     */
    static String toldOf(ChatSocket device, ObjectNode frame, String conversation) {
        int before = device.size();
        device.send(frame);
        device.ask("close", "conversation", conversation);
        return device.frames().stream()
                .skip(before)
                .filter(heard -> heard.path("type").asText().equals("error") && !heard.has("re"))
                .map(heard -> heard.path("code").asText())
                .findFirst()
                .orElse("yes");
    }
}
