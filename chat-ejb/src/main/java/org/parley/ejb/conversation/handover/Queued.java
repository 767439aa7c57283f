package org.parley.ejb.conversation.handover;

import java.time.Instant;
import java.util.Map;
import org.parley.api.conversation.Conversation;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Waiting;

/**
 * A queued conversation, with the facts that routing needs.
 *
 * @param waiting as strategies see it
 * @param returns when it goes back to the sender of its transfer; null for never
 * @param passes the operators who let it pass since it began to wait, and when
 */
public record Queued(Conversation conversation, Waiting waiting, Instant returns, Map<OperatorId, Instant> passes) {
    public Queued {
        passes = Map.copyOf(passes);
    }
}
