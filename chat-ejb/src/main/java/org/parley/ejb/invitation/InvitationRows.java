package org.parley.ejb.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.error.ChatException;
import org.parley.api.invitation.Invitation;
import org.parley.api.invitation.InvitationEvent;
import org.parley.api.invitation.InvitationState;
import org.parley.api.visitor.VisitorId;
import org.parley.ejb.database.Ids;

/** Finds, locks and moves invitations, within the caller's transaction. */
@ApplicationScoped
class InvitationRows {
    private static final List<InvitationState> OPEN =
            List.of(InvitationState.QUEUED, InvitationState.DELIVERED, InvitationState.SHOWN);

    @Inject
    EntityManager entityManager;

    @Inject
    Event<InvitationEvent> events;

    @Inject
    Clock clock;

    /** The visitor's own invitation, locked. */
    InvitationRow lockOwn(Participant visitor, UUID id) {
        InvitationRow row = entityManager.find(InvitationRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || !row.toInvitation().visitor().is(visitor)) {
            throw ChatException.notFound("invitation");
        }
        return row;
    }

    Optional<InvitationRow> earlier(Participant author, String clientId) {
        return entityManager
                .createQuery(
                        "select i from InvitationRow i where i.authorId = :author and i.clientId = :id",
                        InvitationRow.class)
                .setParameter("author", author.id())
                .setParameter("id", clientId)
                .getResultStream()
                .findFirst();
    }

    /** The visitor's open invitation, locked. */
    Optional<InvitationRow> lockOpen(VisitorId visitor) {
        return entityManager
                .createQuery(
                        "select i from InvitationRow i where i.visitorId = :visitor and i.state in :open",
                        InvitationRow.class)
                .setParameter("visitor", visitor.value())
                .setParameter("open", OPEN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    /** The existing invitations, locked, in the same order for all callers. */
    List<InvitationRow> lockAll(Collection<UUID> ids) {
        return ids.stream()
                .sorted()
                .map(id -> entityManager.find(InvitationRow.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(Objects::nonNull)
                .toList();
    }

    List<Invitation> open() {
        return entityManager
                .createQuery("select i from InvitationRow i where i.state in :open", InvitationRow.class)
                .setParameter("open", OPEN)
                .getResultStream()
                .map(InvitationRow::toInvitation)
                .toList();
    }

    /** Whether a rule has invited the visitor since then, or the visitor has dismissed an invitation since. */
    boolean wantsQuiet(VisitorId visitor, Instant invitedSince, Instant dismissedSince) {
        return entityManager
                        .createQuery("""
                                select count(i)
                                from InvitationRow i
                                where i.visitorId = :visitor
                                  and (i.authorKind = :system and i.createdAt >= :invited
                                    or i.state = :dismissed and i.endedAt > :quiet)""", Long.class)
                        .setParameter("visitor", visitor.value())
                        .setParameter("system", ParticipantKind.SYSTEM)
                        .setParameter("invited", invitedSince)
                        .setParameter("dismissed", InvitationState.DISMISSED)
                        .setParameter("quiet", dismissedSince)
                        .getSingleResult()
                > 0;
    }

    /** Moves the invitation if that is a step forward, and announces it after the commit. */
    Invitation move(InvitationRow row, InvitationState next) {
        if (row.move(next, clock.instant())) {
            tell(row);
        }
        return row.toInvitation();
    }

    Invitation add(InvitationRow row) {
        entityManager.persist(row);
        // Flushed now, so that a repeat fails here.
        entityManager.flush();
        tell(row);
        return row.toInvitation();
    }

    /** Counts an attempt to invite a visitor of the site who is not there. */
    void addMissed(String site) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        entityManager.persist(new MissedInvitationRow(Ids.next(), site, day.toString()));
    }

    private void tell(InvitationRow row) {
        events.fire(new InvitationEvent(row.toInvitation()));
    }
}
