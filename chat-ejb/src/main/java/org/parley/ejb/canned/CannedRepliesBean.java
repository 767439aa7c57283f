package org.parley.ejb.canned;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.parley.api.canned.CannedReplies;
import org.parley.api.canned.CannedReply;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.operator.Operators;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.site.Sites;

@Stateless
@RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class CannedRepliesBean implements CannedReplies {
    @Inject
    EntityManager entityManager;

    @Inject
    CannedReplyRules rules;

    @Inject
    Sites sites;

    @Inject
    Operators operators;

    @Override
    public List<CannedReply> list(Caller staff) {
        return entityManager
                .createQuery(
                        "select r from CannedReplyRow r order by r.site, r.shortcut, r.language, r.department",
                        CannedReplyRow.class)
                .getResultStream()
                .map(CannedReplyRow::toReply)
                .toList();
    }

    @Override
    @RolesAllowed(Role.Names.ADMIN)
    public CannedReply save(Caller admin, UUID id, UnaryOperator<CannedReply> change) {
        CannedReplyRow row = entityManager.find(CannedReplyRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        CannedReply stored = row == null ? new CannedReply(id, null, null, null, null, null) : row.toReply();
        CannedReply reply = rules.checked(change.apply(stored));
        requirePlace(admin, reply);
        requireFree(reply);
        if (row == null) {
            entityManager.persist(new CannedReplyRow(reply));
        } else {
            row.apply(reply);
        }
        try {
            entityManager.flush();
        } catch (PersistenceException lostTheRace) {
            throw taken();
        }
        return reply;
    }

    @Override
    @RolesAllowed(Role.Names.ADMIN)
    public void remove(Caller admin, UUID id) {
        CannedReplyRow row = entityManager.find(CannedReplyRow.class, id);
        if (row != null) {
            entityManager.remove(row);
        }
    }

    private void requirePlace(Caller admin, CannedReply reply) {
        if (sites.find(reply.site()).isEmpty()) {
            throw ChatException.notFound("site");
        }
        boolean known = reply.department() == null
                || operators.departments(admin).stream()
                        .anyMatch(one -> one.id().equals(reply.department())
                                && one.site().equals(reply.site()));
        if (!known) {
            throw ChatException.notFound("department");
        }
    }

    private void requireFree(CannedReply reply) {
        boolean taken = entityManager
                .createQuery("""
                        select r
                        from CannedReplyRow r
                        where r.site = :site and r.department = :department and r.shortcut = :shortcut
                          and r.language = :language""", CannedReplyRow.class)
                .setParameter("site", reply.site())
                .setParameter("department", CannedReplyRow.place(reply.department()))
                .setParameter("shortcut", reply.shortcut())
                .setParameter("language", reply.language())
                .getResultStream()
                .anyMatch(row -> !row.id().equals(reply.id()));
        if (taken) {
            throw taken();
        }
    }

    private static ChatException taken() {
        return new ChatException(ErrorCode.CONFLICT, "Another reply has this shortcut in this language already.");
    }
}
