package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Handshake;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;

/** Two servers that only share their database. */
class TwoNodesIT {

    private static ParleyServer first;
    private static ParleyServer second;

    private Cast cast;

    @BeforeAll
    static void startBoth() {
        first = ParleyServer.on(Database.POSTGRESQL).start();
        second = first.node().start();
    }

    @AfterAll
    static void stopBoth() {
        if (second != null) {
            second.close();
        }
        first.close();
    }

    @BeforeEach
    void enter() {
        cast = new Cast(first);
    }

    @AfterEach
    void leave() throws IOException {
        cast.close();
    }

    @Test
    void thousandStartsAtOnceShouldOpenOneConversation() {
        new StartRace(cast.visitor(), List.of(first, second)).run("two nodes");
    }

    @Test
    void ofTwoAdministratorsWhoDisableEachOtherOneShouldStay() {
        new AdministratorRace(first, second).run(cast.token("chat-admin"));
    }

    @Test
    void whoIsShutOutOnOneNodeShouldBeOutOnTheOtherWithinTwoSeconds() {
        String admin = cast.token("chat-admin");
        Cast.Operator olivia = cast.operator();
        ChatSocket socket = cast.keep(Handshake.to(second).token(olivia.token()).open());
        String id = socket.hello().at("/self/id").asText();
        Runnable witness =
                () -> Http.to(second.at("/api/v1/sites")).bearer(admin).get().expect(200);
        Http.to(first.at("/api/v1/operators/id/" + id + "/sessions"))
                .bearer(admin)
                .delete();

        assertThat(socket.closeCode(Duration.ofSeconds(2), witness)).isEqualTo(4401);
        assertThat(Handshake.to(second).token(olivia.token()).status()).isEqualTo(401);
    }

    /** Each node remembers the head of the conversation, and the other one moves it. */
    @Test
    void linesThatTwoNodesWriteInTurnShouldBeNumberedWithoutGaps() {
        Talk talk = cast.talk();
        ChatSocket abroad =
                cast.keep(Handshake.to(second).token(talk.staff().token()).open());
        abroad.hello();
        int before = talk.head();

        for (int i = 1; i <= 10; i++) {
            assertThat(talk.say(talk.visitor(), "here " + i)).isEqualTo(before + 2 * i - 1);
            assertThat(talk.say(abroad, "there " + i)).isEqualTo(before + 2 * i);
        }

        assertThat(Talk.numbers(talk.log(talk.visitor())))
                .isEqualTo(IntStream.rangeClosed(1, before + 20).boxed().toList());
    }

    @Test
    void rowThatSomebodyHoldsShouldDelayNoOtherConversation() throws SQLException {
        Talk held = cast.talk();
        List<Talk> others = Stream.generate(cast::talk).limit(6).toList();
        int before = held.visitor().size();
        try (Connection database = first.database()) {
            database.setAutoCommit(false);
            try (PreparedStatement hold =
                    database.prepareStatement("select id from conversation where id = ?::uuid for update")) {
                hold.setString(1, held.id());
                hold.executeQuery();
            }
            held.visitor()
                    .send(Json.object("type", "send", "conversation", held.id(), "id", "patient", "text", "I wait"));

            others.forEach(other -> other.say(other.visitor(), "We do not"));

            held.visitor().ping();
            assertThat(held.visitor().frames("ack"))
                    .noneMatch(ack -> ack.path("re").asText().equals("patient"));
            database.rollback();
        }
        assertThat(held.visitor().awaitAnswer(before, "patient").path("type").asText())
                .isEqualTo("ack");
    }

    /** Both servers look for silent visitors each second; what one of them has done, the other must not do again. */
    @Test
    void silentVisitorShouldBeWarnedOnceAndThenTheConversationShouldEndOnce() throws SQLException {
        Http.to(first.at("/api/v1/sites/" + cast.site() + "/departments/support"))
                .bearer(cast.token("chat-admin"))
                .put(Json.object("idleWarnMinutes", 20, "idleCloseMinutes", 30))
                .expect(200);
        Talk talk = cast.talk();
        talk.say(talk.operator(), "Which size?");
        talk.say(talk.visitor(), "I look it up.");
        age(talk, Duration.ofMinutes(60));
        talk.say(talk.operator(), "Take your time.");
        age(talk, Duration.ofMinutes(21));

        JsonNode warned = awaitEnd(talk, "idle");
        assertThat(Instant.parse(warned.at("/data/closes").asText()))
                .as("with the ten minutes that are between warning and end")
                .isAfter(Instant.now().plus(Duration.ofMinutes(9)));
        talk.say(talk.visitor(), "Here it is: 42.");
        talk.say(talk.operator(), "Thank you. Anything else?");
        age(talk, Duration.ofMinutes(21));
        awaitEnd(talk, "idle");

        closesNow(talk);
        assertThat(awaitEnd(talk, "closed").at("/data/reason").asText()).isEqualTo("idle");
        assertThat(talk.log(talk.visitor()))
                .extracting(entry -> entry.path("kind").asText())
                .containsExactly(
                        "assigned", "message", "message", "message", "idle", "message", "message", "idle", "closed");
    }

    /** Asks, because nodes do not push to each other's sockets. */
    private static JsonNode awaitEnd(Talk talk, String kind) {
        return await()
                .until(
                        () -> talk.log(talk.visitor()),
                        log -> log.get(log.size() - 1).path("kind").asText().equals(kind))
                .stream()
                .reduce((former, latter) -> latter)
                .orElseThrow();
    }

    /** Makes the newest entry as old as after a silence of that length. */
    private static void age(Talk talk, Duration silence) throws SQLException {
        change(
                talk,
                "update entry set at = at - " + silence.toMillis()
                        + " where conversation_id = ?::uuid and log = 'PUBLIC' and seq = (select max(seq) from entry"
                        + " where conversation_id = ?::uuid and log = 'PUBLIC')");
    }

    private static void closesNow(Talk talk) throws SQLException {
        age(talk, Duration.ofMinutes(11));
        change(
                talk,
                "update entry set data = regexp_replace(data, '\"closes\":\"[^\"]*\"', '\"closes\":\""
                        + Instant.now().toString().substring(0, 19) + ".000Z\"')"
                        + " where conversation_id = ?::uuid and kind = 'IDLE' and seq = (select max(seq) from entry"
                        + " where conversation_id = ?::uuid and log = 'PUBLIC')");
    }

    private static void change(Talk talk, String sql) throws SQLException {
        try (Connection database = first.database();
                PreparedStatement statement = database.prepareStatement(sql)) {
            statement.setString(1, talk.id());
            statement.setString(2, talk.id());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}
