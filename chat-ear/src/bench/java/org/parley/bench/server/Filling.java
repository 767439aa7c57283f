package org.parley.bench.server;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Conversations with entries in the database, as though they had been held. */
public final class Filling {

    private static final int ENTRIES_EACH = 100;

    /** One visitor's open or closed conversation; {@code v} is the visitor. */
    private static final String CONVERSATION = "insert into conversation (id, site_id, department_id, department_name,"
            + " visitor_id, visitor_name, status, open_slot, subject, public_head, internal_head, opened_at,"
            + " closed_at, version) select md5(v.id::text)::uuid, v.site_id, d.id, d.name, v.id, v.name, %1$s, 'About it',"
            + " %2$d, 0, v.created_at, %3$s, %2$d from visitor v join department d on d.site_id = v.site_id where %4$s";

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

    /** Gives each of these visitors an open conversation. */
    public static void conversationsOf(String database, List<String> visitors, int entries) {
        String those = "v.id in (" + visitors.stream().map(id -> "'" + id + "'").collect(Collectors.joining(",")) + ")";
        fill(database, entries, "'QUEUED', v.id || '/' || d.id", "null::bigint", those);
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
        fill(database, ENTRIES_EACH, "'CLOSED', null", "v.created_at + 1000000", "v.name = '" + name + "'");
        BenchDatabase.execute(database, "vacuum analyze");
        BenchDatabase.execute(database, "checkpoint");
    }

    private static void fill(String database, int entries, String status, String closed, String which) {
        BenchDatabase.execute(database, String.format(CONVERSATION, status, entries, closed, which));
        BenchDatabase.execute(database, String.format(ENTRIES, entries, which));
        BenchDatabase.execute(database, String.format(RECEIPTS, which));
    }
}
