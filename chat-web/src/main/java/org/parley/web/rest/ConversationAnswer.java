package org.parley.web.rest;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Participant;

/** Conversations as the board lists them. */
final class ConversationAnswer {
    private ConversationAnswer() {}

    static JsonObjectBuilder open(Conversation conversation) {
        JsonObjectBuilder answer = Json.createObjectBuilder()
                .add("id", conversation.id().toString())
                .add("site", conversation.site())
                .add("status", conversation.status().wire())
                .add(
                        "department",
                        Json.createObjectBuilder()
                                .add("id", conversation.department().toString())
                                .add("name", conversation.departmentName()))
                .add("visitor", participant(conversation.visitor()))
                .add("opened", Answer.TIME.format(conversation.opened()));
        if (conversation.owner() != null) {
            answer.add("owner", participant(conversation.owner()));
        }
        return answer;
    }

    private static JsonObjectBuilder participant(Participant participant) {
        JsonObjectBuilder answer =
                Json.createObjectBuilder().add("id", participant.id().toString());
        if (participant.name() != null) {
            answer.add("name", participant.name());
        }
        return answer;
    }
}
