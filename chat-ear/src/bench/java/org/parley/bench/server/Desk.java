package org.parley.bench.server;

import java.util.List;
import java.util.stream.Collectors;
import org.parley.bench.server.People.Person;
import org.parley.it.client.Tokens;

/** Operators at work in the database, before their server starts. */
public final class Desk {

    private static final String OPERATORS = "insert into operator (id, issuer, username, name, role, status, capacity)"
            + " select md5(name)::uuid, '" + Tokens.ISSUER + "', name, name, 'OPERATOR', 'ACCEPTING', 1"
            + " from unnest(array[%s]) name";

    private static final String VISITORS =
            "insert into visitor (id, site_id, name, attributes, created_at)" + " select gen_random_uuid(), '"
                    + ChatHost.SITE + "', name, '{}', 1700000000000 from unnest(array[%s]) name";

    private static final String CONVERSATIONS = "insert into conversation (id, site_id, department_id, department_name,"
            + " visitor_id, visitor_name, owner_id, owner_name, accepted_at, status, open_slot, public_head,"
            + " internal_head, opened_at, version)"
            + " select v.id, v.site_id, d.id, d.name, v.id, v.name, o.id::text, o.name, v.created_at, 'ACTIVE',"
            + " v.id || '/' || d.id, 0, 0, v.created_at, 1"
            + " from visitor v join department d on d.site_id = v.site_id join operator o on o.name = v.name"
            + " where o.name in (%s)";

    private Desk() {}

    /** The departments ask one operator at a time. */
    public static void route(String database) {
        BenchDatabase.execute(database, "update department set strategy = 'least-busy'");
    }

    /** Operators of all departments who accept conversations and have as many as they can: one each. */
    public static void seat(String database, List<Person> operators) {
        String names = operators.stream().map(one -> "'" + one.id() + "'").collect(Collectors.joining(","));
        for (String statement : List.of(OPERATORS, VISITORS, CONVERSATIONS)) {
            BenchDatabase.execute(database, String.format(statement, names));
        }
    }

    /** Nobody waits, talks or works here. */
    public static void clear(String database) {
        BenchDatabase.execute(database, "truncate conversation, operator cascade");
    }
}
