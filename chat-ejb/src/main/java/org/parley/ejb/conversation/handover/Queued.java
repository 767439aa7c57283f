package org.parley.ejb.conversation.handover;

import java.util.Map;
import org.parley.api.conversation.Conversation;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Waiting;

/**
 * A conversation that waits, with what routing asks of it.
 *
 * @param form what the visitor answered to the pre-chat form
 * @param vip how much the visitor matters to the host
 */
public record Queued(Conversation conversation, Map<String, String> form, int vip) {
    /** @param lastOperator null where nobody asks for them */
    public Waiting waiting(OperatorId lastOperator) {
        return new Waiting(
                conversation.id(),
                conversation.department(),
                conversation.handling().queued(),
                conversation.handling().priority(),
                conversation.handling().language(),
                form,
                vip,
                lastOperator);
    }
}
