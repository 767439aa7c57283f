package org.parley.ejb.conversation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.ArrayList;
import java.util.List;

/** One transaction around what has gathered: it commits as a whole or not at all. */
@Stateless
@PermitAll
public class GroupCommit {
    @Inject
    Appender appender;

    /** @param careful whether commands may be repeats of earlier ones */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void run(List<? extends Command<?>> commands, boolean careful) {
        List<Append> appends = new ArrayList<>();
        for (Command<?> command : commands) {
            if (command instanceof Append append) {
                appends.add(append);
            } else if (command instanceof Work<?> work) {
                work.run();
            }
        }
        if (!appends.isEmpty()) {
            try {
                appender.append(appends, careful);
            } catch (PersistenceException e) {
                throw new NotStoredException(e);
            }
        }
    }
}
