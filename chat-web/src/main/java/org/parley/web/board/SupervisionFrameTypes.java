package org.parley.web.board;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import org.parley.api.conversation.ConversationCommand.TakeOver;
import org.parley.api.conversation.ConversationCommand.Whisper;
import org.parley.api.conversation.ConversationId;
import org.parley.web.json.Fields;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.FrameId;
import org.parley.web.protocol.FrameTypes;
import org.parley.web.protocol.ServerFrame;
import org.parley.web.protocol.Writing;

/** Frames of supervisors about the conversations of others. */
@ApplicationScoped
public class SupervisionFrameTypes implements FrameTypes {
    /** A supervisor follows a conversation without taking part. */
    record Follow(String id, ConversationId conversation) implements ClientFrame {}

    record Unfollow(String id, ConversationId conversation) implements ClientFrame {}

    @Override
    public Map<String, Function<Fields, ClientFrame>> readers() {
        return Map.of(
                "follow", f -> new Follow(FrameId.of(f), conversation(f)),
                "unfollow", f -> new Unfollow(FrameId.of(f), conversation(f)),
                "whisper", SupervisionFrameTypes::whisper,
                "takeover", f -> Writing.of(f, id -> new TakeOver(conversation(f)), ServerFrame::ackOfConversation));
    }

    private static Writing whisper(Fields fields) {
        return Writing.of(
                fields, id -> new Whisper(conversation(fields), fields.text("text"), id), ServerFrame::ackOfEntry);
    }

    private static ConversationId conversation(Fields fields) {
        return fields.id("conversation", ConversationId::of, "conversation");
    }
}
