package org.parley.ejb.conversation.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.api.conversation.ConversationStatus;

/** Counts the conversations that operators own or are asked to take. */
@ApplicationScoped
public class OperatorLoads {
    @Inject
    EntityManager entityManager;

    /** @return by operator; an operator without any is missing */
    public Map<String, Integer> of(Collection<String> operators) {
        Map<String, Integer> loads = new HashMap<>();
        if (!operators.isEmpty()) {
            count("ownerId", ConversationStatus.ACTIVE, operators, loads);
            count("handling.offeredTo", ConversationStatus.QUEUED, operators, loads);
        }
        return loads;
    }

    private void count(
            String whose, ConversationStatus status, Collection<String> operators, Map<String, Integer> loads) {
        List<Object[]> rows = entityManager
                .createQuery("""
                        select c.%1$s, count(c)
                        from ConversationRow c
                        where c.status = :status and c.%1$s in :operators
                        group by c.%1$s""".formatted(whose), Object[].class)
                .setParameter("status", status)
                .setParameter("operators", operators)
                .getResultList();
        rows.forEach(row -> loads.merge((String) row[0], ((Number) row[1]).intValue(), Integer::sum));
    }
}
