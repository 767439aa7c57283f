package org.parley.ejb.conversation.log;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.parley.api.conversation.ConversationId;
import org.parley.ejb.conversation.log.Drafts.Draft;
import org.parley.ejb.database.KeptConnection;

/** Stores drafts in PostgreSQL: one statement, which is one transaction and one round trip. */
final class OneStatement implements LineStore {
    private static final String STORE = """
            with line as (
              select *
              from unnest(?::uuid[], ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[],
                ?::text[], ?::text[], ?::text[], ?::bigint[])
                as l(conversation_id, log, seq, at, kind, author_kind, author_id, author_name, text, client_id, data,
                  written)),
            head as (
              select *
              from unnest(?::uuid[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::text[],
                ?::bigint[])
                as h(id, before, version, public_head, internal_head, written, subject, responded_at)),
            repeated as (
              select l.conversation_id
              from line l
              where (
                select e.seq
                from entry e
                where e.conversation_id = l.conversation_id and e.author_id = l.author_id
                  and e.client_id = l.client_id
                limit 1) is not null),
            proved as (
              select h.*
              from head h join conversation c on c.id = h.id and c.version = h.before
              where h.id not in (select conversation_id from repeated)
              for update of c skip locked),
            moved as (
              update conversation c
              set version = p.version, public_head = p.public_head, internal_head = p.internal_head,
                written = p.written, subject = p.subject, responded_at = p.responded_at
              from proved p
              where c.id = p.id
              returning c.id),
            stored as (
              insert into entry (conversation_id, log, seq, at, kind, author_kind, author_id, author_name, text,
                client_id, data, written)
              select l.*
              from line l
              where (l.conversation_id in (select id from moved)) is true)
            select id::text from moved""";

    @Override
    public Set<ConversationId> store(KeptConnection kept, Drafts drafts) throws SQLException {
        Columns columns = new Columns(kept, kept.statement(STORE));
        List<Draft> lines = drafts.all();
        columns.add("uuid", lines, draft -> draft.entry().conversation().value());
        columns.add("text", lines, draft -> draft.entry().log().name());
        columns.add("bigint", lines, draft -> draft.entry().seq());
        columns.add("bigint", lines, draft -> draft.entry().at().toEpochMilli());
        columns.add("text", lines, draft -> draft.entry().kind().name());
        columns.add("text", lines, draft -> draft.entry().author().kind().name());
        columns.add("text", lines, draft -> draft.entry().author().id());
        columns.add("text", lines, draft -> draft.entry().author().name());
        columns.add("text", lines, draft -> draft.entry().text());
        columns.add("text", lines, draft -> draft.entry().clientId());
        columns.add("text", lines, draft -> LogWriter.data(draft.entry()));
        columns.add("bigint", lines, Draft::written);
        Collection<Head> heads = drafts.heads();
        columns.add("uuid", heads, head -> head.now().id().value());
        columns.add("bigint", heads, head -> head.before().version());
        columns.add("bigint", heads, head -> head.now().version());
        columns.add("bigint", heads, head -> head.now().publicHead());
        columns.add("bigint", heads, head -> head.now().internalHead());
        columns.add("bigint", heads, Head::written);
        columns.add("text", heads, head -> head.now().subject());
        columns.add("bigint", heads, head -> millis(head.now().handling().responded()));
        return columns.conversations();
    }

    private static Long millis(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    /** The parameters of the statement, each an array. */
    private static final class Columns {
        private final KeptConnection kept;
        private final PreparedStatement statement;
        private int count;

        Columns(KeptConnection kept, PreparedStatement statement) {
            this.kept = kept;
            this.statement = statement;
        }

        <T> void add(String type, Collection<T> rows, Function<T, Object> value) throws SQLException {
            statement.setArray(
                    ++count, kept.array(type, rows.stream().map(value).toArray()));
        }

        Set<ConversationId> conversations() throws SQLException {
            Set<ConversationId> conversations = new HashSet<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    conversations.add(ConversationId.of(rows.getString(1)));
                }
            }
            return conversations;
        }
    }
}
