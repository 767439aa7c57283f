package org.parley.ejb.conversation;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.List;

/** One transaction around what has gathered: it commits as a whole or not at all. */
@Stateless
@PermitAll
public class GroupCommit {
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void run(List<? extends Runnable> commands) {
        commands.forEach(Runnable::run);
    }
}
