package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.api.conversation.ConversationCommand.Start;
import org.parley.api.conversation.ConversationEvent;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.Started;
import org.parley.api.department.Department;
import org.parley.api.error.ChatException;
import org.parley.api.visitor.VisitorId;
import org.parley.api.visitor.Visitors;
import org.parley.ejb.command.Given;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.log.Reception;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.conversation.row.ReceiptRow;
import org.parley.ejb.conversation.row.StartRow;
import org.parley.ejb.database.Ids;
import org.parley.ejb.database.RowWriter;
import org.parley.ejb.database.Statements;
import org.parley.ejb.visitor.VisitorRow;
import org.parley.ejb.visitor.VisitorRows;

/**
 * Opens the first conversations of many visitors with seven statements, whatever their number (ADR-0032): it locks the
 * visitors, looks for what makes a start more than an opening, and inserts. Starts that are more are put off.
 */
@ApplicationScoped
class Openings {
    private static final RowWriter<ConversationRow> CONVERSATIONS = new RowWriter<>(ConversationRow.class);
    private static final RowWriter<ReceiptRow> RECEIPTS = new RowWriter<>(ReceiptRow.class);
    private static final RowWriter<StartRow> STARTS = new RowWriter<>(StartRow.class);

    /** Visitors who talk already, may not write, or have sent a command with one of these ids before. */
    private static final String NOT_NEW = """
            select visitor_id from conversation where visitor_id in %1$s and status <> 'CLOSED'
            union
            select visitor_id from start_request where visitor_id in %1$s and client_id in %1$s
            union
            select v.id from visitor v, visitor_block b
            where v.id in %1$s and (b.until_at is null or b.until_at > ?)
              and (b.visitor_id = v.id or v.subject is null and b.site_id = v.site_id and b.browser = v.browser)""";

    @Inject
    VisitorRows visitorRows;

    @Inject
    Statements statements;

    @Inject
    Starting starting;

    @Inject
    Reception reception;

    @Inject
    Visitors visitors;

    @Inject
    LogWriter writer;

    @Inject
    Clock clock;

    /** A new conversation: its rows and its first line, which may be null. */
    private record Opened(Given<Start, Started> given, ConversationRow row, Participant visitor, Entry message) {
        StartRow request() {
            return new StartRow(visitor.visitorId(), given.command().id(), row.id(), true, seq());
        }

        long seq() {
            return message == null ? 0 : message.seq();
        }
    }

    /** Works within the caller's transaction, and tells each start its outcome. */
    void open(List<Given<Start, Started>> starts) {
        Map<VisitorId, Given<Start, Started>> candidates = candidates(starts);
        Map<VisitorId, Department> receiving = receiving(candidates);
        if (receiving.isEmpty()) {
            return;
        }
        List<VisitorRow> locked = visitorRows.lock(receiving.keySet());
        Set<String> notNew = notNew(candidates, receiving.keySet());
        List<Opened> opened = new ArrayList<>();
        for (VisitorRow visitor : locked) {
            if (!notNew.contains(visitor.id().toString())) {
                opened.add(opened(candidates.get(visitor.id()), visitor, receiving.get(visitor.id())));
            }
        }
        if (!opened.isEmpty()) {
            insert(opened);
        }
    }

    /** One start of each visitor; all are put off until something is made of them. */
    private static Map<VisitorId, Given<Start, Started>> candidates(List<Given<Start, Started>> starts) {
        Map<VisitorId, Given<Start, Started>> candidates = new LinkedHashMap<>();
        for (Given<Start, Started> given : starts) {
            given.putOff();
            Start start = given.command();
            if (start.mayOpen() && (start.text() != null || !start.leavesMessage())) {
                candidates.putIfAbsent(given.caller().visitorId(), given);
            }
        }
        return candidates;
    }

    /** The department of each start; the same wish is answered once. Refuses starts that no department takes. */
    private Map<VisitorId, Department> receiving(Map<VisitorId, Given<Start, Started>> candidates) {
        record Wish(String site, String department, boolean leavesMessage) {}
        Map<Wish, Department> answers = new HashMap<>();
        Map<VisitorId, Department> receiving = new HashMap<>();
        candidates.forEach((visitor, given) -> {
            Start start = given.command();
            Wish wish = new Wish(given.caller().site(), start.department(), start.leavesMessage());
            try {
                receiving.put(
                        visitor,
                        answers.computeIfAbsent(
                                wish,
                                one -> reception.receive(
                                        starting.department(one.site(), one.department()), one.leavesMessage())));
            } catch (ChatException unreachable) {
                // Run alone, it may find the visitor's open conversation, or is refused.
            }
        });
        return receiving;
    }

    private Set<String> notNew(Map<VisitorId, Given<Start, Started>> candidates, Set<VisitorId> asked) {
        List<VisitorId> padded = Statements.padded(asked);
        Object[] ids = padded.stream().map(VisitorId::value).toArray();
        Object[] requests =
                padded.stream().map(id -> candidates.get(id).command().id()).toArray();
        Object[] values = Stream.of(
                        ids, ids, requests, ids, new Object[] {clock.instant().toEpochMilli()})
                .flatMap(Stream::of)
                .toArray();
        return new HashSet<>(statements.texts(NOT_NEW.formatted(Statements.marks(ids.length)), values));
    }

    private Opened opened(Given<Start, Started> given, VisitorRow row, Department department) {
        Start start = given.command();
        if (start.form().containsKey("name")) {
            visitors.callThemselves(row.id(), start.form().get("name"));
        }
        Participant visitor = row.asParticipant();
        ConversationRow conversation =
                new ConversationRow(new ConversationId(Ids.next()), department, visitor, clock.instant());
        conversation.describe(start.form(), start.language(), start.leavesMessage());
        conversation.setSubjectIfNone(start.subject());
        Entry message = null;
        if (start.text() != null) {
            conversation.setSubjectIfNone(start.text());
            EntryKind kind = EntryKind.MESSAGE;
            message = new Entry(
                    conversation.id(),
                    kind.log(),
                    conversation.advance(kind.log()),
                    clock.instant(),
                    kind,
                    visitor,
                    start.text(),
                    start.id(),
                    Map.of());
        }
        return new Opened(given, conversation, visitor, message);
    }

    private void insert(List<Opened> opened) {
        statements.insert(CONVERSATIONS, opened.stream().map(Opened::row).toList());
        List<Entry> messages = opened.stream()
                .map(Opened::message)
                .filter(message -> message != null)
                .toList();
        if (!messages.isEmpty()) {
            note(writer.insert(messages, 0), messages);
        }
        statements.insert(
                RECEIPTS,
                opened.stream()
                        .map(one -> new ReceiptRow(one.row().id(), one.visitor()))
                        .toList());
        statements.insert(STARTS, opened.stream().map(Opened::request).toList());
        List<ConversationEvent> events = new ArrayList<>();
        opened.forEach(one -> {
            one.given().done(new Started(one.row().toConversation(), true, one.seq()));
            events.add(new ConversationEvent.Changed(one.row().toConversation(), null));
            if (one.message() != null) {
                events.add(new ConversationEvent.EntryAppended(one.row().toConversation(), one.message()));
            }
        });
        writer.announce(events);
    }

    /** Notes in the conversations the highest number of their entries. */
    private void note(long written, List<Entry> messages) {
        List<Object> values = new ArrayList<>(List.of(written));
        Statements.padded(messages)
                .forEach(message -> values.add(message.conversation().value()));
        statements.update(
                "update conversation set written = ? where id in " + Statements.marks(values.size() - 1),
                values.toArray());
    }
}
