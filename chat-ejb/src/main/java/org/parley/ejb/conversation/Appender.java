package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationEvent;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.error.ChatException;
import org.parley.ejb.database.TransactionConnection;
import org.parley.ejb.visitor.BlockRows;

/**
 * Writes messages and notes of many conversations with three statements, whatever their number: it locks the heads,
 * inserts, and moves the heads on (ADR-0013). One that is refused costs the others nothing.
 */
@ApplicationScoped
class Appender {
    private static final String INSERT =
            "insert into entry (conversation_id, log, seq, at, kind, author_kind, author_id,"
                    + " author_name, text, client_id) values (?,?,?,?,?,?,?,?,?,?)";

    @Inject
    EntityManager entityManager;

    @Inject
    TransactionConnection transaction;

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
     * @param careful looks for each id in the log first; without it a repeated id fails the transaction, which costs less
     *     as long as ids are new, and puts off what goes on in another conversation
     */
    void append(List<Append> appends, boolean careful) {
        // What entities changed is written first, and none is believed afterwards: the statements go past them.
        entityManager.flush();
        entityManager.clear();
        Map<UUID, Head> locked = redirects.lock(
                appends.stream().map(Append::conversation).collect(Collectors.toCollection(TreeSet::new)), careful);
        Map<List<Object>, Entry> inThisBatch = new HashMap<>();
        List<Entry> fresh = new ArrayList<>();
        List<ConversationEvent> events = new ArrayList<>();
        for (Append append : appends) {
            try {
                Head head = Redirects.end(locked, append.conversation());
                if (head != null && head.isMerged()) {
                    append.putOff();
                    continue;
                }
                requireWritable(append, head);
                Optional<Entry> earlier = earlier(append, head, locked, inThisBatch, careful);
                if (earlier.isEmpty()) {
                    Entry entry = next(append, head, events);
                    inThisBatch.put(key(append, head), entry);
                    fresh.add(entry);
                    append.done(entry);
                } else {
                    append.done(writer.sameKind(earlier.get(), append.kind()));
                }
            } catch (ChatException refusal) {
                append.refuse(refusal);
            }
        }
        insert(fresh);
        heads.write(locked.values());
        writer.announce(events);
    }

    private void requireWritable(Append append, Head head) {
        if (head == null) {
            throw ChatException.notFound("conversation");
        }
        if (append.kind() == EntryKind.WHISPER) {
            ConversationRows.requireOwner(head.now());
        } else {
            rows.requireOwn(append.author(), head.now());
        }
    }

    private Optional<Entry> earlier(
            Append append, Head head, Map<UUID, Head> locked, Map<List<Object>, Entry> inThisBatch, boolean careful) {
        Entry justNow = inThisBatch.get(key(append, head));
        boolean looks = careful || !head.now().isOpen() || head.kinship().exists();
        return justNow != null || !looks
                ? Optional.ofNullable(justNow)
                : writer.earlier(
                        conversations(append, locked.get(append.conversation()), head),
                        authors(append, locked.get(append.conversation()), head),
                        append.clientId());
    }

    /** It may have been stored before a merge, or before a merge was undone. */
    private static Set<UUID> conversations(Append append, Head asked, Head head) {
        Set<UUID> all =
                new LinkedHashSet<>(List.of(append.conversation(), head.now().id()));
        all.addAll(asked.kinship().conversations());
        all.addAll(head.kinship().conversations());
        return all;
    }

    private static Set<String> authors(Append append, Head asked, Head head) {
        Set<String> authors = new LinkedHashSet<>(List.of(append.author().id()));
        if (append.author().isVisitor()) {
            Stream.of(asked, head)
                    .map(one -> one.kinship().formerVisitor())
                    .filter(Objects::nonNull)
                    .forEach(authors::add);
        }
        return authors;
    }

    private static List<Object> key(Append append, Head head) {
        return List.of(head.now().id(), append.author().id(), append.clientId());
    }

    /** A visitor who was blocked hears that, and not that the conversation is closed. */
    private void requireOpen(Append append, Conversation conversation) {
        if (!conversation.isOpen() && append.author().isVisitor()) {
            blocks.requireNone(UUID.fromString(append.author().id()));
        }
        ConversationRows.requireOpen(conversation);
    }

    private Entry next(Append append, Head head, List<ConversationEvent> events) {
        requireOpen(append, head.now());
        Entry entry = head.append(append, clock.instant());
        boolean described = append.kind() == EntryKind.MESSAGE
                && (append.author().isVisitor() ? head.beAbout(append.text()) : head.respond(entry.at()));
        Conversation conversation = head.now();
        events.add(new ConversationEvent.EntryAppended(conversation, entry));
        if (described) {
            events.add(new ConversationEvent.Changed(conversation, null));
        }
        return entry;
    }

    private void insert(List<Entry> entries) {
        if (!entries.isEmpty()) {
            transaction.call(connection -> insert(connection, entries));
        }
    }

    private static int[] insert(Connection connection, List<Entry> entries) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (Entry entry : entries) {
                insert.setObject(1, entry.conversation());
                insert.setString(2, entry.log().name());
                insert.setLong(3, entry.seq());
                insert.setLong(4, entry.at().toEpochMilli());
                insert.setString(5, entry.kind().name());
                insert.setString(6, entry.author().kind().name());
                insert.setString(7, entry.author().id());
                insert.setString(8, entry.author().name());
                insert.setString(9, entry.text());
                insert.setString(10, entry.clientId());
                insert.addBatch();
            }
            return insert.executeBatch();
        }
    }
}
