package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.parley.it.client.Cast;
import org.parley.it.client.Device;
import org.parley.it.client.Handshake;
import org.parley.it.client.Json;
import org.parley.it.client.PollSession;
import org.parley.it.client.Talk;
import org.parley.it.server.Parley;

/**
 * One visitor starts from many devices at once, half of them with a socket, half of them by polls, on one node or more.
 * Each {@code start} has a text of its own.
 */
final class StartRace {

    private static final int DEVICES = 40;
    private static final int STARTS = 25; // of each device
    private static final int TRIES = 20;

    private final Cast.Visitor visitor;
    private final List<Parley> nodes;
    private final AtomicInteger unavailable = new AtomicInteger();

    StartRace(Cast.Visitor visitor, List<Parley> nodes) {
        this.visitor = visitor;
        this.nodes = nodes;
    }

    /** Runs it and checks the outcome. */
    void run(String name) {
        List<Device> devices =
                IntStream.range(0, DEVICES).mapToObj(this::device).toList();
        devices.forEach(Device::hello);
        long begin = System.nanoTime();
        List<JsonNode> acks = race(devices);
        Duration time = Duration.ofNanos(System.nanoTime() - begin);
        System.out.printf(
                "%s: %d starts on %d node(s) in %d ms, %d refused as unavailable and sent again%n",
                name, acks.size(), nodes.size(), time.toMillis(), unavailable.get());
        checkAcks(acks);
        checkLog(acks.get(0).path("conversation").asText());
    }

    /** Nodes take turns by pairs, so that each has as many sockets as poll sessions. */
    private Device device(int number) {
        Parley node = nodes.get(number / 2 % nodes.size());
        Device device = number % 2 == 0
                ? Handshake.to(node).token(visitor.token()).open()
                : PollSession.of(node, visitor.token());
        return visitor.cast().keep(device);
    }

    private List<JsonNode> race(List<Device> devices) {
        ExecutorService threads = Executors.newFixedThreadPool(DEVICES);
        try {
            CyclicBarrier line = new CyclicBarrier(DEVICES);
            List<Callable<List<JsonNode>>> runners = new ArrayList<>();
            for (int i = 0; i < DEVICES; i++) {
                Device device = devices.get(i);
                List<ObjectNode> starts = starts(i);
                runners.add(() -> {
                    line.await();
                    return startAll(device, starts);
                });
            }
            List<JsonNode> acks = new ArrayList<>();
            for (Future<List<JsonNode>> runner : threads.invokeAll(runners)) {
                acks.addAll(runner.get(1, TimeUnit.MINUTES));
            }
            return acks;
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("a device did not get its answers", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<ObjectNode> starts(int device) {
        return IntStream.range(0, STARTS)
                .mapToObj(i -> Json.frame("start", "id", "s-" + device + "-" + i, "text", text(device, i)))
                .toList();
    }

    private static String text(int device, int start) {
        return "text " + device + "-" + start;
    }

    private List<JsonNode> startAll(Device device, List<ObjectNode> starts) {
        if (device instanceof PollSession polling) {
            polling.send(List.<JsonNode>copyOf(starts));
        } else {
            starts.forEach(device::send);
        }
        return starts.stream().map(start -> ack(device, start)).toList();
    }

    /** Sends again with the same id while the answer is {@code unavailable}. */
    private JsonNode ack(Device device, ObjectNode start) {
        String id = start.path("id").asText();
        int before = 0;
        for (int tries = 0; tries < TRIES; tries++) {
            JsonNode answer = device.awaitAnswer(before, id);
            if (!answer.path("code").asText().equals("unavailable")) {
                assertThat(answer.path("type").asText()).as(answer.toString()).isEqualTo("ack");
                return answer;
            }
            unavailable.incrementAndGet();
            before = device.size();
            device.send(start);
        }
        throw new AssertionError(id + " stayed unavailable");
    }

    private static void checkAcks(List<JsonNode> acks) {
        assertThat(acks).hasSize(DEVICES * STARTS);
        assertThat(acks)
                .extracting(ack -> ack.path("conversation").asText())
                .containsOnly(acks.get(0).path("conversation").asText());
        assertThat(acks).filteredOn(ack -> ack.path("created").asBoolean()).hasSize(1);
        assertThat(acks).extracting(ack -> ack.path("seq").asInt()).doesNotHaveDuplicates();
    }

    private void checkLog(String conversation) {
        for (Parley node : nodes) {
            Device reader = visitor.cast()
                    .keep(Handshake.to(node).token(visitor.token()).open());
            JsonNode welcome = reader.hello();
            assertThat(welcome.path("conversations")).hasSize(1);
            List<JsonNode> log = Talk.log(reader, conversation);
            assertThat(Talk.numbers(log))
                    .isEqualTo(IntStream.rangeClosed(1, log.size()).boxed().toList());
            assertThat(Talk.texts(log))
                    .containsExactlyInAnyOrderElementsOf(IntStream.range(0, DEVICES)
                            .boxed()
                            .flatMap(device -> IntStream.range(0, STARTS).mapToObj(start -> text(device, start)))
                            .toList());
        }
    }
}
