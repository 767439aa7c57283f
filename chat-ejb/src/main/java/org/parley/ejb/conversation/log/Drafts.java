package org.parley.ejb.conversation.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationEvent;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.Line;
import org.parley.ejb.command.Given;
import org.parley.ejb.time.WriteTimes;

/** Entries as they come if the remembered heads are the true ones, and the heads after them. */
final class Drafts {
    private final Instant at;
    private final WriteTimes.Span times;
    private final Map<ConversationId, Head> heads = new LinkedHashMap<>();
    private final Set<ConversationId> unusual = new HashSet<>();
    private final List<Draft> drafts = new ArrayList<>();

    /** @param written see {@link WriteTimes} */
    record Draft(Given<Line, Entry> given, Entry entry, long written, List<ConversationEvent> events) {}

    Drafts(Instant at, WriteTimes.Span times) {
        this.at = at;
        this.times = times;
    }

    /**
     * Leaves the line out if there is anything unusual about it, or about an earlier one of its conversation.
     *
     * @param remembered null for an unknown conversation
     */
    void add(Given<Line, Entry> line, Head remembered) {
        ConversationId conversation = line.command().conversation();
        if (unusual.contains(conversation)) {
            return;
        }
        if (remembered == null || !isUsual(line, remembered) || isRepeated(line)) {
            unusual.add(conversation);
            return;
        }
        Head head = heads.computeIfAbsent(conversation, id -> remembered.copy());
        List<ConversationEvent> events = new ArrayList<>(2);
        Entry entry = Appender.next(line, head, at, events);
        head.wrote(times.next(head.written()));
        drafts.add(new Draft(line, entry, head.written(), events));
    }

    private static boolean isUsual(Given<Line, Entry> line, Head head) {
        Conversation conversation = head.now();
        return conversation.isOpen()
                && !head.relatives().exists()
                && (line.caller().isHouse()
                        || conversation.hasParticipant(line.caller().participant()));
    }

    /** Whether the same command came a moment ago. */
    private boolean isRepeated(Given<Line, Entry> line) {
        return heads.containsKey(line.command().conversation())
                && drafts.stream()
                        .anyMatch(draft -> draft.given()
                                        .command()
                                        .id()
                                        .equals(line.command().id())
                                && draft.given()
                                        .command()
                                        .conversation()
                                        .equals(line.command().conversation()));
    }

    Collection<Head> heads() {
        return heads.values();
    }

    List<Draft> all() {
        return drafts;
    }

    List<Draft> of(Set<ConversationId> conversations) {
        return drafts.stream()
                .filter(draft -> conversations.contains(draft.entry().conversation()))
                .toList();
    }
}
