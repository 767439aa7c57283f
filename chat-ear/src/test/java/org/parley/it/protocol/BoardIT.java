package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;

/** How the desk stands, as supervisors see it. */
class BoardIT extends ProtocolSuite {

    @Test
    void aConversationShouldBeSeenFromTheQueueToItsFirstAnswer() {
        ChatSocket supervisor = watching("chat-supervisor");
        Cast.Waiting waiting = cast.waiting();

        JsonNode queued = awaitDepartment(supervisor, one -> one.path("waiting").asInt() == 1);
        assertThat(queued.path("longest").asText()).matches("\\d{4}-.*Z");
        assertThat(queued.path("active").asInt()).isZero();
        assertThat(queued.at("/hour/waits/count").asInt()).isZero();
        assertThat(queued.at("/hour/waits").has("median")).isFalse();

        ChatSocket operator = cast.operator().live();
        operator.ack("accept", "conversation", waiting.id());
        JsonNode active = awaitDepartment(supervisor, one -> one.path("active").asInt() == 1);
        assertThat(active.path("waiting").asInt()).isZero();
        assertThat(active.has("longest")).isFalse();
        assertThat(active.at("/hour/waits/count").asInt()).isEqualTo(1);
        assertThat(active.at("/today/waits/median").isInt()).isTrue();
        assertThat(active.at("/hour/responses/count").asInt()).isZero();

        operator.ack("send", "conversation", waiting.id(), "text", "Good day!");
        awaitDepartment(
                supervisor,
                one -> one.at("/hour/responses/count").asInt() == 1
                        && one.at("/today/responses/most").isInt());
    }

    @Test
    void operatorsShouldBeSeenWithTheirLoadUntilTheyGo() {
        ChatSocket supervisor = watching("chat-admin");
        Cast.Waiting waiting = cast.waiting();
        Cast.Operator olivia = cast.operator();
        ChatSocket device = olivia.live();
        device.ack("accept", "conversation", waiting.id());

        JsonNode busy =
                awaitOperator(supervisor, olivia, one -> one.path("active").asInt() == 1);
        assertThat(busy.path("status").asText()).isEqualTo("accepting");
        assertThat(busy.path("capacity").asInt()).isPositive();

        device.ack("status", "status", "away");
        awaitOperator(supervisor, olivia, one -> one.path("status").asText().equals("away"));

        device.close();
        awaitOperator(supervisor, olivia, one -> one.path("status").asText().equals("offline"));

        waiting.visitor().ack("close", "conversation", waiting.id());
        supervisor.await("board", board -> operators(board, olivia).isEmpty());
    }

    @Test
    void everyConversationShouldHaveSomebodyWhoIsResponsible() {
        cast.talk();
        cast.waiting();

        assertThat(watching("chat-supervisor").await("board").path("nobodys").asInt(-1))
                .isZero();
    }

    @Test
    void whoLooksAwayShouldNotBeToldAnyMore() {
        ChatSocket supervisor = watching("chat-supervisor");
        ChatSocket other = watching("chat-supervisor");
        supervisor.ack("watch", "topics", List.of());
        int before = supervisor.frames("board").size();

        cast.waiting();

        awaitDepartment(other, one -> one.path("waiting").asInt() == 1);
        supervisor.ping();
        assertThat(supervisor.frames("board")).hasSize(before);
    }

    @Test
    void onlyThoseWhoOverseeShouldSeeIt() {
        ChatSocket operator = cast.operator().live();
        operator.refused("forbidden", "watch", "topics", List.of("queue", "board"));
        assertThat(operator.frames("board")).isEmpty();

        assertThat(board("chat-operator").status()).isEqualTo(403);
        assertThat(Http.to(parley().at("/api/v1/board")).get().status()).isEqualTo(401);
    }

    @Test
    void openConversationsShouldBeListedForThoseWhoOversee() {
        Cast.Waiting waiting = cast.waiting();

        assertThat(conversations("chat-supervisor").expect(200)).anySatisfy(one -> {
            assertThat(one.path("id").asText()).isEqualTo(waiting.id());
            assertThat(one.path("status").asText()).isEqualTo("queued");
            assertThat(one.has("owner")).isFalse();
        });
        assertThat(conversations("chat-operator").code()).isEqualTo("forbidden");
    }

    private Http.Answer conversations(String role) {
        return Http.to(parley().at("/api/v1/board/conversations"))
                .bearer(cast.token(role))
                .get();
    }

    @Test
    void theBoardShouldBeThereByHttpToo() {
        cast.waiting();

        JsonNode board = board("chat-supervisor").expect(200);

        assertThat(board.has("type")).isFalse();
        assertThat(departments(board))
                .singleElement()
                .satisfies(one -> assertThat(one.path("waiting").asInt()).isEqualTo(1));
    }

    private Http.Answer board(String role) {
        return Http.to(parley().at("/api/v1/board")).bearer(cast.token(role)).get();
    }

    private ChatSocket watching(String role) {
        ChatSocket supervisor = cast.staff(role).connect();
        supervisor.hello();
        supervisor.ack("watch", "topics", List.of("board"));
        supervisor.await("board");
        return supervisor;
    }

    private JsonNode awaitDepartment(ChatSocket supervisor, Predicate<JsonNode> fits) {
        return departments(supervisor.await(
                        "board", board -> departments(board).stream().anyMatch(fits)))
                .get(0);
    }

    private static JsonNode awaitOperator(ChatSocket supervisor, Cast.Operator operator, Predicate<JsonNode> fits) {
        return operators(
                        supervisor.await(
                                "board",
                                board -> operators(board, operator).stream().anyMatch(fits)),
                        operator)
                .get(0);
    }

    private List<JsonNode> departments(JsonNode board) {
        return with(board.path("departments"), "site", cast.site());
    }

    private static List<JsonNode> operators(JsonNode board, Cast.Operator operator) {
        return with(board.path("operators"), "name", operator.name());
    }

    private static List<JsonNode> with(JsonNode list, String field, String value) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(one -> one.path(field).asText().equals(value))
                .toList();
    }
}
