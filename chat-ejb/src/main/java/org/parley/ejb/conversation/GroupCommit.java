package org.parley.ejb.conversation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;

/** One transaction around what has gathered: it commits as a whole or not at all. */
@Stateless
@PermitAll
public class GroupCommit {
    @Inject
    EntityManager entityManager;

    @Inject
    Appender appender;

    @Inject
    Receipts receipts;

    /** @param careful whether commands may be repeats of earlier ones */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void run(List<? extends Command<?>> commands, boolean careful) {
        commands.forEach(command -> {
            if (command instanceof Work<?> work) {
                work.run();
            }
        });
        try {
            append(only(Append.class, commands), careful);
            move(only(Mark.class, commands));
            entityManager.flush();
        } catch (PersistenceException e) {
            throw new NotStoredException(e);
        }
    }

    private void append(List<Append> appends, boolean careful) {
        if (!appends.isEmpty()) {
            appender.append(appends, careful);
        }
    }

    private void move(List<Mark> marks) {
        if (!marks.isEmpty()) {
            receipts.move(marks);
        }
    }

    private static <C> List<C> only(Class<C> kind, List<? extends Command<?>> commands) {
        return commands.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
