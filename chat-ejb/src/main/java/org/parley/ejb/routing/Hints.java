package org.parley.ejb.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.operator.OperatorId;

/**
 * What may have changed since the last turn, by the events. A hint only says what to read: the order in which hints come
 * does not matter, and one that is lost makes routing late. Thread-safe.
 */
final class Hints {
    private final Set<ConversationId> conversations = new HashSet<>();
    private final Set<OperatorId> operators = new HashSet<>();
    private final Map<ConversationId, Instant> takenAt = new HashMap<>();
    private boolean staffing;

    /** @param former the participant whom the conversation no longer concerns; null for none */
    synchronized void changed(Conversation conversation, Participant former, Instant now) {
        conversations.add(conversation.id());
        operator(conversation.owner());
        operator(former);
        if (conversation.handling().offer() != null) {
            operator(conversation.handling().offer().operator());
        }
        if (conversation.status() == ConversationStatus.ACTIVE) {
            takenAt.putIfAbsent(conversation.id(), now);
        }
    }

    private void operator(Participant maybe) {
        if (maybe != null && maybe.kind() == ParticipantKind.OPERATOR) {
            operators.add(maybe.operatorId());
        }
    }

    synchronized void conversation(ConversationId id) {
        conversations.add(id);
    }

    synchronized void operators(Collection<OperatorId> ids) {
        operators.addAll(ids);
    }

    /** How departments and operators are set up has changed. */
    synchronized void staffing() {
        staffing = true;
    }

    synchronized boolean isEmpty() {
        return conversations.isEmpty() && operators.isEmpty() && !staffing;
    }

    /** Takes all hints away. */
    synchronized Hints take() {
        Hints taken = new Hints();
        taken.add(this);
        conversations.clear();
        operators.clear();
        takenAt.clear();
        staffing = false;
        return taken;
    }

    /** Adds the hints of a turn that failed. */
    synchronized void add(Hints others) {
        conversations.addAll(others.conversations());
        operators.addAll(others.operators());
        others.takenAt().forEach(takenAt::putIfAbsent);
        staffing |= others.isAboutStaffing();
    }

    synchronized Set<ConversationId> conversations() {
        return Set.copyOf(conversations);
    }

    synchronized Set<OperatorId> operators() {
        return Set.copyOf(operators);
    }

    /** When conversations were taken, which may have waited until then. */
    synchronized Map<ConversationId, Instant> takenAt() {
        return Map.copyOf(takenAt);
    }

    synchronized boolean isAboutStaffing() {
        return staffing;
    }
}
