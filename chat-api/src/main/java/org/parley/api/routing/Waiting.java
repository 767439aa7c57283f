package org.parley.api.routing;

import java.time.Instant;
import java.util.Map;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Priority;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;

/**
 * A queued conversation, as a strategy sees it.
 *
 * @param since when it began to wait
 * @param language BCP 47, or null when unknown
 * @param form the pre-chat form's answers, such as {@code question}; unproven; maybe empty
 * @param vip usually 0; higher for a more important visitor, signed by the host site
 * @param lastOperator the owner of this visitor's previous conversation; null for nobody
 */
public record Waiting(
        ConversationId conversation,
        DepartmentId department,
        Instant since,
        Priority priority,
        String language,
        Map<String, String> form,
        int vip,
        OperatorId lastOperator) {
    public Waiting {
        form = Map.copyOf(form);
    }
}
