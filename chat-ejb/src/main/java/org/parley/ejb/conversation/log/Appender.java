package org.parley.ejb.conversation.log;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationEvent;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Line;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Given;
import org.parley.ejb.visitor.BlockRows;

/**
 * Writes lines of many conversations with three statements, whatever their number: it locks the heads, inserts the
 * entries, and updates the heads (ADR-0013). A refused line does not affect the others.
 */
@ApplicationScoped
class Appender {
    @Inject
    EntityManager entityManager;

    @Inject
    Heads heads;

    @Inject
    Redirects redirects;

    @Inject
    ConversationRows rows;

    @Inject
    LogWriter writer;

    @Inject
    BlockRows blocks;

    @Inject
    Clock clock;

    /**
     * Joins the caller's transaction, which holds the locks until it ends; events leave after its commit.
     *
     * @param careful looks for each id in the log first. Without it a repeated id fails the transaction, which is
     *     cheaper as long as ids are new, and lines to merged conversations are put off
     */
    void append(List<Given<Line, Entry>> lines, boolean careful) {
        // The statements bypass the entities: so their changes are written first, and they are read anew afterwards.
        entityManager.flush();
        entityManager.clear();
        Set<ConversationId> asked = lines.stream()
                .map(given -> given.command().conversation())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<ConversationId, Head> locked = careful ? redirects.lock(asked) : heads.lock(asked);
        Map<List<Object>, Entry> inThisBatch = new HashMap<>();
        List<Entry> fresh = new ArrayList<>();
        List<ConversationEvent> events = new ArrayList<>();
        for (Given<Line, Entry> given : lines) {
            Line line = given.command();
            try {
                Head head = Redirects.destination(locked, line.conversation());
                if (head != null && head.isMerged()) {
                    given.putOff();
                    continue;
                }
                requireWritable(given, head);
                Optional<Entry> earlier = earlier(given, head, locked, inThisBatch, careful);
                if (earlier.isEmpty()) {
                    Entry entry = next(given, head, events);
                    inThisBatch.put(key(given, head), entry);
                    fresh.add(entry);
                    given.done(entry);
                } else {
                    given.done(writer.sameKind(earlier.get(), line.kind()));
                }
            } catch (ChatException refusal) {
                given.refuse(refusal);
            }
        }
        if (!fresh.isEmpty()) {
            long before =
                    locked.values().stream().mapToLong(Head::written).max().orElse(0);
            heads.write(locked.values(), writer.insert(fresh, before));
        }
        writer.announce(events);
    }

    private void requireWritable(Given<Line, Entry> given, Head head) {
        if (head == null) {
            throw ChatException.notFound("conversation");
        }
        if (given.command().kind() == EntryKind.WHISPER) {
            ConversationRows.requireOwner(head.now());
        } else if (!given.caller().isHouse()) {
            rows.requireOwn(given.caller(), head.now());
        }
    }

    private Optional<Entry> earlier(
            Given<Line, Entry> given,
            Head head,
            Map<ConversationId, Head> locked,
            Map<List<Object>, Entry> inThisBatch,
            boolean careful) {
        Line line = given.command();
        Entry justNow = inThisBatch.get(key(given, head));
        boolean looks = careful || !head.now().isOpen() || head.relatives().exists();
        return justNow != null || !looks
                ? Optional.ofNullable(justNow)
                : writer.earlier(
                        conversations(locked.get(line.conversation()), head),
                        authors(given.caller(), locked.get(line.conversation()), head),
                        line.id());
    }

    /** The conversations in whose logs a repeat may have been stored, before a merge or before its undoing. */
    private static Set<ConversationId> conversations(Head asked, Head head) {
        Set<ConversationId> all =
                new LinkedHashSet<>(List.of(asked.now().id(), head.now().id()));
        all.addAll(asked.relatives().conversations());
        all.addAll(head.relatives().conversations());
        return all;
    }

    private static Set<String> authors(Caller author, Head asked, Head head) {
        Set<String> authors = new LinkedHashSet<>(List.of(author.id()));
        if (author.isVisitor()) {
            Stream.of(asked, head)
                    .map(one -> one.relatives().formerVisitor())
                    .filter(Objects::nonNull)
                    .forEach(authors::add);
        }
        return authors;
    }

    private static List<Object> key(Given<Line, Entry> given, Head head) {
        return List.of(head.now().id(), given.caller().id(), given.command().id());
    }

    /** A blocked visitor hears of the block, and not that the conversation is closed. */
    private void requireOpen(Caller author, Conversation conversation) {
        if (!conversation.isOpen() && author.isVisitor()) {
            blocks.requireNone(author.visitorId());
        }
        ConversationRows.requireOpen(conversation);
    }

    private Entry next(Given<Line, Entry> given, Head head, List<ConversationEvent> events) {
        requireOpen(given.caller(), head.now());
        return next(given, head, clock.instant(), events);
    }

    /** The next entry of an open conversation, whose head moves on; what has happened thereby joins the events. */
    static Entry next(Given<Line, Entry> given, Head head, Instant at, List<ConversationEvent> events) {
        Entry entry = head.append(given.caller(), given.command(), at);
        boolean described = entry.kind() == EntryKind.MESSAGE && describes(given.caller(), entry, head);
        Conversation conversation = head.now();
        events.add(new ConversationEvent.EntryAppended(conversation, entry));
        if (described) {
            events.add(new ConversationEvent.Changed(conversation, null));
        }
        return entry;
    }

    /** Whether the conversation is about something new, or answered for the first time by a person. */
    private static boolean describes(Caller author, Entry message, Head head) {
        return author.isVisitor() && head.setSubjectIfNone(message.text())
                || author.isStaff() && head.respond(message.at());
    }
}
