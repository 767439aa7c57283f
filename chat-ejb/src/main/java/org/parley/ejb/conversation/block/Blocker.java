package org.parley.ejb.conversation.block;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Participant;
import org.parley.api.visitor.Block;
import org.parley.api.visitor.VisitorBlocked;
import org.parley.api.visitor.VisitorId;
import org.parley.api.wire.WireTime;
import org.parley.ejb.conversation.handover.Closer;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.visitor.BlockRow;
import org.parley.ejb.visitor.BlockRows;
import org.parley.ejb.visitor.VisitorRow;

/** Stores a block and closes its visitor's conversations; the caller holds the visitor's lock. */
@ApplicationScoped
public class Blocker {
    @Inject
    EntityManager entityManager;

    @Inject
    BlockRows blocks;

    @Inject
    ConversationRows rows;

    @Inject
    LogWriter writer;

    @Inject
    Closer closer;

    @Inject
    Event<VisitorBlocked> events;

    void block(Block block) {
        VisitorId visitor = block.visitor().visitorId();
        String browser = entityManager.find(VisitorRow.class, visitor.value()).browser();
        entityManager.merge(new BlockRow(block, browser));
        events.fire(new VisitorBlocked(visitor));
        rows.openOf(block.visitor()).stream()
                .map(Conversation::id)
                .sorted()
                .forEach(conversation -> close(conversation, block));
    }

    /** Passes a block on to the known visitor after a login; of two blocks the one that ends later holds. */
    public void pass(VisitorId anonymous, Participant known) {
        blocks.inForce(anonymous)
                .filter(block -> blocks.inForce(known.visitorId())
                        .filter(other -> !block.outlasts(other))
                        .isEmpty())
                .ifPresent(block -> block(
                        new Block(known, block.site(), block.reason(), block.by(), block.since(), block.until())));
    }

    private void close(ConversationId id, Block block) {
        ConversationRow row = rows.lock(id);
        if (row.isOpen()) {
            Entry note = writer.append(row, EntryKind.ROUTING, block.by(), null, null, words(block));
            closer.close(row, block.by(), null, Map.of());
            writer.announce(row, note);
        }
    }

    private static Map<String, String> words(Block block) {
        Map<String, String> words = new LinkedHashMap<>();
        words.put("blocked", block.until() == null ? "" : WireTime.of(block.until()));
        if (block.reason() != null) {
            words.put("reason", block.reason());
        }
        return words;
    }
}
