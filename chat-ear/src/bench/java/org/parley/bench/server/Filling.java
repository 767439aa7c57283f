package org.parley.bench.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.bench.server.People.Person;

/** Conversations with entries in the database, as though they had been held. */
public final class Filling {

    private static final int ENTRIES_EACH = 100;

    /** One visitor's open or closed conversation; {@code v} is the visitor. */
    private static final String CONVERSATION = "insert into conversation (id, site_id, department_id, department_name,"
            + " visitor_id, visitor_name, status, open_slot, queued_at, closed_at, subject, public_head, internal_head,"
            + " opened_at, version) select md5(v.id::text)::uuid, v.site_id, d.id, d.name, v.id, v.name, %1$s,"
            + " 'About it', %2$d, 0, v.created_at, %2$d from visitor v join department d on d.site_id = v.site_id"
            + " where %3$s";

    /** Status, slot, since when it waits, when it was closed. */
    private static final String WAITING = "'QUEUED', v.id || '/' || d.id, v.created_at, null::bigint";

    private static final String CLOSED = "'CLOSED', null, null::bigint, v.created_at + 1000000";

    private static final String ENTRIES = "insert into entry (conversation_id, log, seq, at, kind, author_kind,"
            + " author_id, author_name, text, client_id) select md5(v.id::text)::uuid, 'PUBLIC', n,"
            + " v.created_at + n * 1000, 'MESSAGE', 'VISITOR', v.id::text, v.name,"
            + " rpad('filling ' || n, 100, 'x'), 'filling-' || n"
            + " from visitor v, generate_series(1, %d) n where %s order by v.id, n";

    private static final String RECEIPTS = "insert into receipt (conversation_id, participant_kind, participant_id,"
            + " participant_name, delivered_seq, read_seq)"
            + " select md5(v.id::text)::uuid, 'VISITOR', v.id::text, v.name, 0, 0 from visitor v where %s";

    private Filling() {}

    /** The id of the conversation that a visitor was given. */
    public static String conversation(String visitor) {
        try {
            // As the statements below make it.
            byte[] digest = MessageDigest.getInstance("MD5").digest(visitor.getBytes(StandardCharsets.US_ASCII));
            ByteBuffer bytes = ByteBuffer.wrap(digest);
            return new UUID(bytes.getLong(), bytes.getLong()).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Gives each of these visitors a conversation that waits in the queue. */
    public static void waiting(String database, List<Person> visitors, int entries) {
        fill(database, entries, WAITING, those(visitors));
    }

    /** Gives each of these visitors a conversation that is over. */
    public static void closed(String database, List<Person> visitors, int entries) {
        fill(database, entries, CLOSED, those(visitors));
    }

    private static String those(List<Person> visitors) {
        return visitors.stream()
                .map(person -> "'" + person.id() + "'")
                .collect(Collectors.joining(",", "v.id in (", ")"));
    }

    /** Ends what waits, as far as its subject begins so. */
    public static void end(String database, String subject) {
        BenchDatabase.execute(
                database,
                "update conversation set status = 'CLOSED', open_slot = null, queued_at = null, closed_at = opened_at + 1,"
                        + " version = version + 1 where status = 'QUEUED' and subject like '" + subject + "%'");
    }

    /** Adds closed conversations of 100 entries until the table has so many. */
    public static void until(String database, long entries) {
        long missing = entries - BenchDatabase.number(database, "select count(*) from entry");
        if (missing <= 0) {
            return;
        }
        String name = "Filling " + entries;
        BenchDatabase.execute(
                database,
                "insert into visitor (id, site_id, name, attributes, created_at)"
                        + " select gen_random_uuid(), '" + ChatHost.SITE + "', '" + name + "', '{}', 1700000000000 + n"
                        + " from generate_series(1, " + missing / ENTRIES_EACH + ") n");
        fill(database, ENTRIES_EACH, CLOSED, "v.name = '" + name + "'");
        BenchDatabase.execute(database, "vacuum analyze");
        BenchDatabase.execute(database, "checkpoint");
    }

    private static void fill(String database, int entries, String state, String which) {
        BenchDatabase.execute(database, String.format(CONVERSATION, state, entries, which));
        BenchDatabase.execute(database, String.format(ENTRIES, entries, which));
        BenchDatabase.execute(database, String.format(RECEIPTS, which));
    }
}
