package org.parley.api.routing;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.parley.api.conversation.Priority;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;

/**
 * A conversation in the queue, as a strategy sees it.
 *
 * @param since when it began to wait
 * @param language BCP 47, or null when unknown
 * @param form the pre-chat form's answers, such as {@code question}; what the visitor says, not proven; maybe empty
 * @param vip 0 for everybody; higher for a visitor whose host site has signed that they matter more
 * @param lastOperator who answered this visitor in the conversation before; null for nobody
 */
public record Waiting(
        UUID conversation,
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
