package org.parley.ejb.conversation.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Participant;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.row.ConversationRow;

/** Ends conversations. The caller holds the conversation's lock. */
@ApplicationScoped
public class Closer {
    @Inject
    Assignments assignments;

    @Inject
    LogWriter writer;

    @Inject
    Clock clock;

    /**
     * Closes it and withdraws its offer; an operator who was asked is told.
     *
     * @param id the author's own for the entry, or null
     */
    public Entry close(ConversationRow row, Participant author, String id, Map<String, String> data) {
        Participant asked = assignments.withdraw(row);
        row.close(clock.instant());
        Entry entry = writer.append(row, EntryKind.CLOSED, author, null, id, data);
        writer.announce(row, entry);
        writer.announceChange(row.toConversation(), asked);
        return entry;
    }
}
