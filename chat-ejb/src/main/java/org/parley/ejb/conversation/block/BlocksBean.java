package org.parley.ejb.conversation.block;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.visitor.Block;
import org.parley.api.visitor.Blocks;
import org.parley.api.visitor.VisitorId;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.TextRules;
import org.parley.ejb.visitor.BlockRow;
import org.parley.ejb.visitor.BlockRows;
import org.parley.ejb.visitor.VisitorRights;
import org.parley.ejb.visitor.VisitorRow;
import org.parley.ejb.visitor.VisitorRows;

/**
 * Blocks visitors. It locks the visitor first, as a {@code start} does. So a conversation that begins at the same
 * moment is either found and closed, or refused.
 */
@Stateless
@RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
public class BlocksBean implements Blocks {
    @Inject
    VisitorRows visitors;

    @Inject
    EntityManager entityManager;

    @Inject
    BlockRows blocks;

    @Inject
    ConversationRows rows;

    @Inject
    VisitorRights rights;

    @Inject
    Blocker blocker;

    @Inject
    TextRules rules;

    @Inject
    Clock clock;

    @Override
    public Block block(Caller staff, VisitorId visitor, UnaryOperator<Terms> change) {
        VisitorRow row = lock(staff, visitor);
        Participant blocked = new Participant(ParticipantKind.VISITOR, visitor.toString(), row.name());
        if (!staff.oversees() && !rows.everOwned(staff.participant(), visitor)) {
            throw ChatException.forbidden("Only who has spoken with this visitor, or a supervisor, may block them.");
        }
        Instant now = clock.instant();
        Terms stored = blocks.inForce(visitor)
                .map(earlier -> new Terms(earlier.until(), earlier.reason()))
                .orElse(Terms.NONE);
        Terms terms = change.apply(stored);
        rules.checkReason(terms.reason());
        if (!Objects.equals(terms.until(), stored.until())) {
            checkEnd(terms.until(), now);
        }
        Block block = new Block(blocked, row.site(), terms.reason(), staff.participant(), now, terms.until());
        blocker.block(block);
        return block;
    }

    @Override
    public void lift(Caller staff, VisitorId visitor) {
        lock(staff, visitor);
        blocks.inForce(visitor).ifPresent(block -> {
            if (!staff.oversees() && !staff.participant().is(block.by())) {
                throw ChatException.forbidden("Only who blocked this visitor, or a supervisor, may take it back.");
            }
            VisitorId blocked = block.visitor().visitorId();
            entityManager.remove(entityManager.find(BlockRow.class, blocked.value()));
        });
    }

    @Override
    public Optional<Block> find(Caller staff, VisitorId visitor) {
        return blocks.inForce(visitor);
    }

    @Override
    @PermitAll // Parley itself asks
    public boolean hold(VisitorId visitor) {
        return blocks.inForce(visitor).isPresent();
    }

    @Override
    @RolesAllowed({Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public List<Block> list(Caller supervisor) {
        return blocks.inForce();
    }

    private static void checkEnd(Instant until, Instant now) {
        // The caller computed the time a moment ago.
        if (until != null && (!until.isAfter(now) || until.isAfter(now.plus(LONGEST)))) {
            throw ChatException.invalid("minutes", "A block lasts 1 to " + LONGEST.toMinutes() + " minutes.");
        }
    }

    private VisitorRow lock(Caller staff, VisitorId visitor) {
        VisitorRow row = visitors.lock(visitor);
        rights.requireSeen(staff, visitor, row.site());
        return row;
    }
}
