package org.parley.it.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Departments;
import org.parley.it.client.Json;

/** An operator who accepts, declines, ignores, transfers, closes, goes, crashes and comes back. */
final class RestlessOperator extends Restless {
    private final Cast.Operator person;
    private final Departments desk;
    private final List<String> departments;
    private final Tally tally;
    private List<RestlessOperator> colleagues = List.of();
    private ChatSocket device;
    private volatile String id;

    RestlessOperator(
            Cast.Operator person, Departments desk, List<String> departments, Tally tally, SplittableRandom random) {
        super(random);
        this.person = person;
        this.desk = desk;
        this.departments = departments;
        this.tally = tally;
    }

    void knows(List<RestlessOperator> all) {
        colleagues = all;
    }

    @Override
    void act() {
        if (device == null) {
            come();
        } else if (chance(4)) {
            device.close();
            device = null;
            tally.count("crash");
        } else if (chance(4)) {
            ask("status", "status", chance(60) ? "accepting" : "away");
        } else {
            latest().values().forEach(this::handle);
        }
    }

    /** Goes for good, with all conversations still theirs. */
    void leave() {
        if (device != null) {
            device.close();
        }
    }

    private void come() {
        device = person.live();
        id = device.await("welcome").at("/self/id").asText();
        desk.employ(id, 2, departments.toArray(String[]::new));
    }

    private Map<String, JsonNode> latest() {
        Map<String, JsonNode> latest = new HashMap<>();
        device.await("welcome")
                .path("conversations")
                .forEach(one -> latest.put(one.path("id").asText(), one));
        device.frames("conversation")
                .forEach(one -> latest.merge(
                        one.path("id").asText(),
                        one,
                        (older, newer) -> newer.path("version").asLong()
                                        >= older.path("version").asLong()
                                ? newer
                                : older));
        return latest;
    }

    private void handle(JsonNode summary) {
        String conversation = summary.path("id").asText();
        if (id.equals(summary.at("/offer/operator/id").asText())) {
            if (chance(60)) {
                ask("accept", "conversation", conversation);
            } else if (chance(30)) {
                ask("decline", "conversation", conversation);
            }
        } else if (id.equals(summary.at("/owner/id").asText())
                && summary.path("status").asText().equals("active")) {
            work(conversation);
        }
    }

    private void work(String conversation) {
        if (chance(50)) {
            ask("send", "conversation", conversation, "text", "answer");
        } else if (chance(30)) {
            String colleague = colleagues.get(random.nextInt(colleagues.size())).id;
            if (colleague != null) {
                ask("transfer", "conversation", conversation, "to", Json.object("operator", colleague));
            }
        } else if (chance(20)) {
            String department = departments.get(random.nextInt(departments.size()));
            ask("transfer", "conversation", conversation, "to", Json.object("department", department));
        } else if (chance(10)) {
            ask("close", "conversation", conversation);
        }
    }

    /** Much is refused, because others are faster; only successes count. */
    private void ask(String command, Object... fields) {
        JsonNode answer = device.ask(command, fields);
        boolean done = answer.path("type").asText().equals("ack");
        tally.count(done ? command : "refused " + answer.path("code").asText());
        if ("internal".equals(answer.path("code").asText())) {
            throw new AssertionError("a fault: " + answer);
        }
    }
}
