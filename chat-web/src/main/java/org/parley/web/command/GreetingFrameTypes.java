package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.parley.api.conversation.ConversationId;
import org.parley.api.error.ChatException;
import org.parley.web.connection.Cursor;
import org.parley.web.json.Fields;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.FrameId;
import org.parley.web.protocol.FrameTypes;

/** The frames by which a device begins, and keeps its line. */
@ApplicationScoped
public class GreetingFrameTypes implements FrameTypes {
    private static final int MOST_CURSORS = 1000;

    /**
     * @param cursors by conversation, the newest number that the device has of each log
     * @param batch whether a message may hold several frames, and an ack stand for the device's own entry
     */
    record Hello(String device, String client, Map<ConversationId, Cursor> cursors, boolean batch)
            implements ClientFrame {
        @Override
        public boolean isGreeting() {
            return true;
        }
    }

    record Ping() implements ClientFrame {}

    record Renew(String id, String token) implements ClientFrame {}

    @Override
    public Map<String, Function<Fields, ClientFrame>> readers() {
        return Map.of(
                "hello", GreetingFrameTypes::hello,
                "ping", f -> new Ping(),
                "renew", f -> new Renew(FrameId.of(f), f.text("token")));
    }

    private static Hello hello(Fields fields) {
        Map<ConversationId, Cursor> cursors = new LinkedHashMap<>();
        fields.object("cursors").objects(GreetingFrameTypes::cursor).forEach((key, cursor) -> {
            try {
                cursors.put(ConversationId.of(key), cursor);
            } catch (IllegalArgumentException notOurs) {
                // Not an id of ours: there is no such conversation, which is no fault of the frame.
            }
        });
        if (cursors.size() > MOST_CURSORS) {
            throw ChatException.tooLarge("cursors", "At most " + MOST_CURSORS + " cursors can be named.");
        }
        return new Hello(fields.text("device", 64), fields.text("client", 64), cursors, fields.flagOr("batch", false));
    }

    private static Cursor cursor(Fields fields) {
        Long publicSeq = fields.optionalNumber("public", 0);
        Long internalSeq = fields.optionalNumber("internal", 0);
        return new Cursor(publicSeq == null ? 0 : publicSeq, internalSeq == null ? 0 : internalSeq);
    }
}
