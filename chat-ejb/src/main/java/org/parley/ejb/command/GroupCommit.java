package org.parley.ejb.command;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One transaction around the gathered commands, which are committed together or not at all. */
@Stateless
@PermitAll
public class GroupCommit {
    @Inject
    EntityManager entityManager;

    /** @param careful whether commands may be repeats of earlier ones */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void run(List<? extends Given<?, ?>> commands, boolean careful) {
        try {
            commands.stream().filter(command -> !command.isShared()).forEach(Given::runNow);
            shared(commands).forEach((doer, theirs) -> doer.run(theirs, careful));
            entityManager.flush();
        } catch (PersistenceException e) {
            throw new NotStoredException(e);
        }
    }

    private static Map<BatchDoer, ? extends List<? extends Given<?, ?>>> shared(List<? extends Given<?, ?>> commands) {
        return commands.stream()
                .filter(Given::isShared)
                .collect(Collectors.groupingBy(Given::together, LinkedHashMap::new, Collectors.toList()));
    }
}
