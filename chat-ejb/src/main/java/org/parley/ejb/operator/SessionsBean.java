package org.parley.ejb.operator;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.parley.api.operator.OperatorId;
import org.parley.api.security.Role;
import org.parley.api.security.Sessions;
import org.parley.api.security.SessionsEnded;
import org.parley.api.security.Standing;
import org.parley.ejb.database.FindOrMake;
import org.parley.ejb.database.NewTransaction;
import org.parley.ejb.database.ShownName;
import org.parley.ejb.security.SessionEpochRow;
import org.parley.ejb.security.SessionRows;

@Stateless
@PermitAll
public class SessionsBean implements Sessions {
    @Inject
    EntityManager entityManager;

    @Inject
    OperatorRows rows;

    @Inject
    SessionRows sessions;

    @Inject
    FindOrMake findOrMake;

    @Inject
    NewTransaction newTransaction;

    @Inject
    Event<SessionsEnded> ended;

    @Override
    public Map<OperatorId, Standing> standings(Collection<OperatorId> operators) {
        if (operators.isEmpty()) {
            return Map.of();
        }
        SessionEpochRow epoch = sessions.epoch();
        return entityManager
                .createQuery(
                        "select o from OperatorRow o where o.id in :operators and o.removed = false", OperatorRow.class)
                .setParameter(
                        "operators", operators.stream().map(OperatorId::value).toList())
                .getResultStream()
                .collect(Collectors.toMap(OperatorRow::id, row -> row.toStanding(epoch)));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Standing ofProvider(String issuer, String subject, String said, Role role, Instant issued) {
        String name = Optional.ofNullable(ShownName.of(said)).orElse("Operator");
        OperatorRow known =
                findOrMake.row(() -> rows.find(issuer, subject), () -> rows.make(issuer, subject, name, role));
        return newTransaction.call(() -> {
            if (known.isNews(name, role, issued)) {
                OperatorRow row =
                        entityManager.find(OperatorRow.class, known.id().value(), LockModeType.PESSIMISTIC_WRITE);
                if (row.bringUpToDate(name, role, issued)) {
                    ended.fire(new SessionsEnded());
                }
                return row.toStanding(sessions.epoch());
            }
            return known.toStanding(sessions.epoch());
        });
    }

    @Override
    public Set<String> ended(Collection<String> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(sessions.ended(ids));
    }

    @Override
    public void end(String session, Instant until) {
        sessions.end(session, until);
        ended.fire(new SessionsEnded());
    }
}
