package org.parley.it.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Departments;

/** An operator with room for all, who accepts every offer. */
final class PatientOperator {
    private final ChatSocket device;
    private final String id;
    private final Set<JsonNode> answered = new HashSet<>();

    PatientOperator(Cast.Operator person, Departments desk, List<String> departments) {
        device = person.live();
        id = device.await("welcome").at("/self/id").asText();
        desk.employ(id, 100, departments.toArray(String[]::new));
    }

    String id() {
        return id;
    }

    void acceptAll() {
        device.frames("conversation").stream()
                .filter(summary -> id.equals(summary.at("/offer/operator/id").asText()))
                .filter(answered::add)
                .forEach(summary ->
                        device.ask("accept", "conversation", summary.path("id").asText()));
    }
}
