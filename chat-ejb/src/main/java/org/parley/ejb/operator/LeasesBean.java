package org.parley.ejb.operator;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.api.operator.Leases;
import org.parley.api.operator.LeasesChanged;
import org.parley.api.operator.OperatorId;

// Open to all: the node itself calls it, without a caller.
@Stateless
@PermitAll
public class LeasesBean implements Leases {
    @Inject
    EntityManager entityManager;

    @Inject
    Event<LeasesChanged> changes;

    @Override
    public void renew(String node, Map<OperatorId, Instant> until) {
        if (until.isEmpty()) {
            return;
        }
        Map<OperatorId, LeaseRow> known = entityManager
                .createQuery(
                        "select l from LeaseRow l where l.node = :node and l.operator in :operators", LeaseRow.class)
                .setParameter("node", node)
                .setParameter(
                        "operators",
                        until.keySet().stream().map(OperatorId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(LeaseRow::operator, Function.identity()));
        new TreeMap<>(until).forEach((operator, end) -> {
            LeaseRow row = known.get(operator);
            if (row == null) {
                row = new LeaseRow(operator, node);
                entityManager.persist(row);
            }
            row.last(end);
        });
        changes.fire(new LeasesChanged(until));
    }
}
