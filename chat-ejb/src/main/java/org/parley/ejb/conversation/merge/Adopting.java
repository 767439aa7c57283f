package org.parley.ejb.conversation.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.parley.api.conversation.ConversationCommand.Adopt;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Participant;
import org.parley.api.security.Actor;
import org.parley.api.security.Caller;
import org.parley.api.visitor.VisitorId;
import org.parley.ejb.command.Doer;
import org.parley.ejb.conversation.block.Blocker;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.log.Receipts;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.visitor.VisitorRow;
import org.parley.ejb.visitor.VisitorRows;

/**
 * Gives an anonymous visitor's conversations to the known one who they proved to be, within the caller's transaction. It
 * locks the visitors first, as a {@code start} does, then all conversations in the order of ids.
 */
@ApplicationScoped
class Adopting implements Doer<Adopt, Void> {
    /** The author of merges after a login. */
    private static final Participant IDENTITY = new Actor("identity", null).participant();

    @Inject
    VisitorRows visitors;

    @Inject
    ConversationRows rows;

    @Inject
    Merging merging;

    @Inject
    Receipts receipts;

    @Inject
    Blocker blocker;

    @Inject
    LogWriter writer;

    @Override
    public Class<Adopt> command() {
        return Adopt.class;
    }

    @Override
    public String key(Caller anonymous, Adopt adopt) {
        return anonymous.id();
    }

    @Override
    public Void run(Caller anonymous, Adopt adopt) {
        adopt(anonymous.participant(), adopt.proven());
        return null;
    }

    private void adopt(Participant anonymous, VisitorId provenId) {
        VisitorId anonymousId = anonymous.visitorId();
        Stream.of(anonymousId, provenId).sorted().forEach(visitors::lock);
        VisitorRow former = visitors.lock(anonymousId);
        VisitorRow proven = visitors.lock(provenId);
        // Two known visitors are two people, and a site vouches only for its own visitors.
        if (!former.isAnonymous() || !former.site().equals(proven.site())) {
            return;
        }
        List<ConversationId> mine = rows.idsOf(anonymousId);
        List<ConversationId> theirs = rows.idsOf(provenId);
        if (!mine.isEmpty()) {
            Stream.concat(mine.stream(), theirs.stream()).sorted().forEach(rows::lock);
            mine.forEach(id -> adopt(rows.lock(id), anonymous, proven.asParticipant()));
        }
        blocker.pass(anonymousId, proven.asParticipant());
    }

    private void adopt(ConversationRow row, Participant anonymous, Participant proven) {
        if (row.isOpen()) {
            // Before it changes hands: afterwards two would be open with one department.
            rows.lockOpen(proven, row.toConversation().department())
                    .ifPresent(goingOn -> merging.merge(row, goingOn, IDENTITY, null));
        }
        row.giveTo(proven);
        receipts.begin(row.id(), proven);
        writer.announceChange(row.toConversation(), anonymous);
    }
}
