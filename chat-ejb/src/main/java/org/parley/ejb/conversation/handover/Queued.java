package org.parley.ejb.conversation.handover;

import java.util.Map;
import org.parley.api.conversation.Conversation;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Waiting;

/**
 * A queued conversation, with the facts that routing needs.
 *
 * @param form the answers of the pre-chat form
 * @param vip the visitor's VIP level
 */
public record Queued(Conversation conversation, Map<String, String> form, int vip) {
    /** @param lastOperator null when the department does not prefer them */
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
