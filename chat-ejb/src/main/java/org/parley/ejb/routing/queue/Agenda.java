package org.parley.ejb.routing.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.api.conversation.ConversationId;
import org.parley.ejb.conversation.handover.Queued;

/** The waiting conversations that have a time: offers, transfers that go back, and those to be read again. */
final class Agenda {
    private final Map<ConversationId, Queued> offered = new LinkedHashMap<>();
    private final Map<ConversationId, Queued> returning = new LinkedHashMap<>();
    private final Deadlines<ConversationId> deadlines = new Deadlines<>();

    /** Takes the newer state of a conversation. */
    void note(Queued queued) {
        ConversationId id = queued.conversation().id();
        forget(id);
        if (queued.returns() != null) {
            returning.put(id, queued);
            deadlines.add(queued.returns(), id);
        }
        if (queued.conversation().handling().offer() != null) {
            offered.put(id, queued);
            deadlines.add(queued.conversation().handling().offer().until(), id);
        }
    }

    void forget(ConversationId id) {
        offered.remove(id);
        returning.remove(id);
    }

    void lookAgain(Instant at, ConversationId id) {
        deadlines.add(at, id);
    }

    boolean isDue(Instant now) {
        return deadlines.isDue(now);
    }

    Set<ConversationId> due(Instant now) {
        return deadlines.due(now);
    }

    Collection<Queued> offered() {
        return offered.values();
    }

    List<ConversationId> toGiveBack(Instant now) {
        return returning.values().stream()
                .filter(one -> one.conversation().handling().offer() == null)
                .filter(one -> !one.returns().isAfter(now))
                .map(one -> one.conversation().id())
                .toList();
    }
}
