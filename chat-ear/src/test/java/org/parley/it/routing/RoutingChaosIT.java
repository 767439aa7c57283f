package org.parley.it.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.Departments;
import org.parley.it.client.Http;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;

/**
 * Operators come, go, crash, decline, ignore, transfer and close, visitors start and write, all at random. At no moment
 * may a conversation be nobody's, and when calm returns all of them are answered.
 */
class RoutingChaosIT {
    private static final Duration STORM = Duration.ofSeconds(20);
    private static final int OPERATORS = 6;
    private static final int VISITORS = 8;

    private static ParleyServer server;

    @BeforeAll
    static void startServer() {
        server = ParleyServer.on(Database.POSTGRESQL)
                .with("parley.routing.owner-gone", 2)
                .start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @Test
    void noConversationShouldEverBeNobodys() throws IOException, InterruptedException {
        long seed = Long.getLong("parley.it.seed", System.nanoTime());
        System.out.println("Routing chaos with -Dparley.it.seed=" + seed);
        SplittableRandom random = new SplittableRandom(seed);
        try (Cast cast = new Cast(server)) {
            Departments desk = new Departments(cast);
            String service = desk.save("service", "strategy", "least-busy", "offerSeconds", 1, "returnSeconds", 1);
            String sales = desk.save(
                    "sales",
                    "strategy",
                    "round-robin",
                    "offerSeconds",
                    1,
                    "returnSeconds",
                    1,
                    "fallback",
                    "service",
                    "preferLast",
                    true);
            Tally tally = new Tally();
            List<RestlessOperator> staff = IntStream.range(0, OPERATORS)
                    .mapToObj(i ->
                            new RestlessOperator(cast.operator(), desk, List.of(sales, service), tally, random.split()))
                    .toList();
            staff.forEach(operator -> operator.knows(staff));
            List<BusyVisitor> visitors = IntStream.range(0, VISITORS)
                    .mapToObj(i -> new BusyVisitor(desk.visitor(), tally, random.split()))
                    .toList();
            List<JsonNode> boards = storm(staff, visitors, cast.token("chat-supervisor"));
            System.out.println("routing chaos: " + tally + ", seen " + boards.size() + " boards");

            assertThat(boards)
                    .isNotEmpty()
                    .allSatisfy(
                            board -> assertThat(board.path("nobodys").asInt()).isZero());
            tally.assertThatMuchHappened();
            staff.forEach(RestlessOperator::leave);
            calm(cast, desk, List.of(sales, service), visitors);
        }
    }

    private static List<JsonNode> storm(List<RestlessOperator> staff, List<BusyVisitor> visitors, String supervisor)
            throws InterruptedException {
        ConcurrentLinkedQueue<JsonNode> boards = new ConcurrentLinkedQueue<>();
        ScheduledExecutorService timer = Executors.newScheduledThreadPool(OPERATORS + VISITORS + 1);
        CountDownLatch over = new CountDownLatch(1);
        List<Restless> all = new ArrayList<>(staff);
        all.addAll(visitors);
        all.forEach(one -> one.start(timer, over));
        timer.scheduleWithFixedDelay(() -> boards.add(board(supervisor)), 100, 300, TimeUnit.MILLISECONDS);
        timer.schedule(over::countDown, STORM.toSeconds(), TimeUnit.SECONDS);
        over.await();
        timer.shutdown();
        assertThat(timer.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        return List.copyOf(boards);
    }

    /** Operators who work take everything that is left, also conversations of those who are gone. */
    private static void calm(Cast cast, Departments desk, List<String> departments, List<BusyVisitor> visitors) {
        List<PatientOperator> staff = IntStream.range(0, 2)
                .mapToObj(i -> new PatientOperator(cast.operator(), desk, departments))
                .toList();
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            staff.forEach(PatientOperator::acceptAll);
            return visitors.stream()
                    .allMatch(visitor -> visitor.isEndedOrOwnedBy(
                            staff.stream().map(PatientOperator::id).toList()));
        });
        visitors.forEach(BusyVisitor::writeOnce);
    }

    private static JsonNode board(String supervisor) {
        return Http.to(server.at("/api/v1/board")).bearer(supervisor).get().expect(200);
    }
}
