package org.parley.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;
import org.parley.it.server.ParleyServer;
import org.parley.it.server.Postgres;

/** A server and its database, in the long run and after a restart. */
class DatabaseIT {
    private static final int TALKS = 12;
    private static final int ROUNDS = 10;

    private static Postgres postgres;
    private static ParleyServer server;

    private Cast cast;

    @BeforeAll
    static void startServer() {
        postgres = Postgres.own();
        server = ParleyServer.on(postgres).with("parley.housekeeping", 1).start();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    @BeforeEach
    void gatherCast() {
        cast = new Cast(server);
    }

    @AfterEach
    void dismissCast() throws IOException {
        cast.close();
    }

    @Test
    void nobodyShouldNoticeThatThePoolIsOfBeforeTheRestart() {
        List<Talk> talks = Stream.generate(() -> cast.talk()).limit(TALKS).toList();
        assertThat(answers(talks)).as("which fills the pool").allMatch(DatabaseIT::isAck);

        postgres.stop();
        postgres.start();

        await().atMost(Duration.ofSeconds(60))
                .until(() -> Http.to(server.at("/api/v1/health")).get().status() == 200);
        assertThat(answers(talks)).allMatch(DatabaseIT::isAck);
    }

    /** Of many who write and read at once, so that every connection of the pool is used. */
    private static List<JsonNode> answers(List<Talk> talks) {
        ExecutorService people = Executors.newFixedThreadPool(2 * TALKS);
        try {
            List<CompletableFuture<JsonNode>> asked = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                for (Talk talk : talks) {
                    asked.add(CompletableFuture.supplyAsync(
                            () -> talk.visitor().ask("send", "conversation", talk.id(), "text", "Hello"), people));
                    asked.add(CompletableFuture.supplyAsync(
                            () -> talk.operator()
                                    .ask("sync", "conversation", talk.id(), "log", "public", "after", 0, "limit", 5),
                            people));
                }
            }
            return asked.stream().map(CompletableFuture::join).toList();
        } finally {
            people.shutdownNow();
        }
    }

    private static boolean isAck(JsonNode answer) {
        return answer.path("type").asText().equals("ack");
    }

    @Test
    void leasesOfNodesThatAreGoneShouldBeDeletedButTheNewest() throws SQLException {
        // One whom no device keeps alive: the test alone says when they were there.
        UUID operator = UUID.fromString(Http.to(server.at("/api/v1/operators/" + Cast.unique("olga")))
                .bearer(cast.token("chat-admin"))
                .put(Json.object("name", "Olga", "password", "correct horse battery", "role", "chat-operator"))
                .expect(200)
                .path("id")
                .asText());
        long hoursAgo = System.currentTimeMillis() - Duration.ofHours(2).toMillis();
        try (Connection database = server.database()) {
            lease(database, operator, "newest", hoursAgo);
            lease(database, operator, "older", hoursAgo - 1);
            lease(database, operator, "oldest", hoursAgo - 2);
            await().atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(nodes(database, operator)).containsExactly("newest"));
        }
    }

    private static void lease(Connection database, UUID operator, String node, long until) throws SQLException {
        try (PreparedStatement insert = database.prepareStatement(
                "insert into presence_lease (operator_id, node, until_at) values (?, ?, ?)")) {
            insert.setObject(1, operator);
            insert.setString(2, node);
            insert.setLong(3, until);
            insert.executeUpdate();
        }
    }

    private static List<String> nodes(Connection database, UUID operator) throws SQLException {
        try (PreparedStatement query =
                database.prepareStatement("select node from presence_lease where operator_id = ?")) {
            query.setObject(1, operator);
            List<String> nodes = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    nodes.add(rows.getString(1));
                }
            }
            return nodes;
        }
    }
}
