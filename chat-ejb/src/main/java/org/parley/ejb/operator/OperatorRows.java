package org.parley.ejb.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.Optional;
import org.parley.api.operator.OperatorId;
import org.parley.api.security.Role;
import org.parley.ejb.database.Ids;

/** Finds and makes the rows of operators, within the caller's transaction. */
@ApplicationScoped
public class OperatorRows {
    @Inject
    EntityManager entityManager;

    public Optional<OperatorRow> find(String issuer, String username) {
        return entityManager
                .createQuery(
                        "select o from OperatorRow o where o.issuer = :issuer and o.username = :username",
                        OperatorRow.class)
                .setParameter("issuer", issuer)
                .setParameter("username", username)
                .getResultStream()
                .findFirst();
    }

    public OperatorRow make(String issuer, String username, String name, Role role) {
        OperatorRow row = new OperatorRow(new OperatorId(Ids.next()), issuer, username, name, role);
        entityManager.persist(row);
        return row;
    }
}
