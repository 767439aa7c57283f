package org.parley.ejb.routing.queue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Handling;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.routing.Waiting;
import org.parley.ejb.conversation.handover.Queued;

/** Waiting conversations as the database gives them. */
public final class Queues {
    private Queues() {}

    /** @param waiting as strategies see it; the conversation agrees with it */
    public static Queued queued(Waiting waiting, long version, Instant returns) {
        Handling handling = new Handling(
                waiting.since(), null, waiting.priority(), List.of(), waiting.language(), null, null, List.of(), false);
        Participant visitor = new Participant(
                ParticipantKind.VISITOR,
                new UUID(1, waiting.conversation().value().hashCode()).toString(),
                null);
        Conversation conversation = new Conversation(
                waiting.conversation(),
                "shop",
                waiting.department(),
                "Sales",
                ConversationStatus.QUEUED,
                visitor,
                null,
                null,
                0,
                0,
                waiting.since(),
                null,
                version,
                handling);
        return new Queued(conversation, waiting, returns, Map.of());
    }

    public static Queued queued(Waiting waiting) {
        return queued(waiting, 1, null);
    }
}
