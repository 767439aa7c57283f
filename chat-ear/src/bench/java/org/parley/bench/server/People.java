package org.parley.bench.server;

import com.nimbusds.jwt.JWTClaimsSet;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.it.client.Tokens;

/** Visitors and operators, made without asking the server for each. */
public final class People {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private People() {}

    /** A person with their token. */
    public record Person(String id, String token) {}

    /** The visitor of an answer to {@code POST /visitors}. */
    public static Person visitor(String token) {
        return new Person("", token);
    }

    public static List<Person> visitors(String database, int count) {
        Tokens signer = ChatHost.visitorTokens();
        List<Person> visitors = new ArrayList<>();
        String sql = "insert into visitor (id, site_id, name, attributes, created_at) values (?, ?, ?, '{}', ?)";
        try (Connection connection = BenchDatabase.connect(database);
                PreparedStatement insert = connection.prepareStatement(sql)) {
            connection.setAutoCommit(false);
            for (int i = 0; i < count; i++) {
                UUID id = UUID.randomUUID();
                insert.setObject(1, id);
                insert.setString(2, ChatHost.SITE);
                insert.setString(3, "Visitor " + i);
                insert.setLong(4, System.currentTimeMillis());
                insert.addBatch();
                visitors.add(new Person(id.toString(), signer.sign(visitorClaims(id, "Visitor " + i))));
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return visitors;
    }

    private static JWTClaimsSet.Builder visitorClaims(UUID id, String name) {
        return Tokens.claims(id.toString(), name, "chat-visitor")
                .issuer("parley")
                .claim("site", ChatHost.SITE)
                .expirationTime(Tokens.in(Duration.ofDays(1)));
    }

    /** The server makes them when they connect. */
    public static List<Person> operators(int count) {
        List<Person> operators = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String name = "bench-op-" + NUMBERS.incrementAndGet();
            operators.add(new Person(
                    name,
                    Tokens.PROVIDER.sign(
                            Tokens.claims(name, name, "chat-operator").expirationTime(Tokens.in(Duration.ofDays(1))))));
        }
        return operators;
    }
}
