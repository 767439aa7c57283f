package org.parley.it.routing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.SplittableRandom;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;

/** A visitor who writes, sometimes ends the conversation, and starts another one. */
final class BusyVisitor extends Restless {
    private final Tally tally;
    private final ChatSocket device;
    private String conversation;

    BusyVisitor(Cast.Visitor person, Tally tally, SplittableRandom random) {
        super(random);
        this.tally = tally;
        this.device = person.live();
    }

    @Override
    void act() {
        if (conversation == null || isClosed()) {
            conversation = device.ack("start", "department", "sales", "text", "help")
                    .path("conversation")
                    .asText();
            tally.count("start");
        } else if (chance(2)) {
            device.ask("close", "conversation", conversation);
        } else if (chance(30)) {
            device.ask("send", "conversation", conversation, "text", "are you there?");
        }
    }

    private boolean isClosed() {
        return latest().path("status").asText().equals("closed");
    }

    private JsonNode latest() {
        JsonNode latest = null;
        for (JsonNode one : device.frames("conversation")) {
            if (one.path("id").asText().equals(conversation)
                    && (latest == null
                            || one.path("version").asLong()
                                    >= latest.path("version").asLong())) {
                latest = one;
            }
        }
        return latest == null ? device.await("conversation") : latest;
    }

    boolean isEndedOrOwnedBy(List<String> operators) {
        return conversation == null
                || isClosed()
                || operators.contains(latest().at("/owner/id").asText());
    }

    /** Writes once; an acknowledged conversation must still be writable. */
    void writeOnce() {
        if (conversation != null && !isClosed()) {
            device.ack("send", "conversation", conversation, "text", "thank you");
        }
    }
}
