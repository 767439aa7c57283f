package org.parley.it.client;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Closeable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/** A client without any code of the server, over any transport. It remembers every frame, in order. */
public abstract class Device implements Closeable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final List<JsonNode> frames = new ArrayList<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();

    public boolean isOpen() {
        return !closed.isDone();
    }

    // Sending

    public abstract Device send(JsonNode frame);

    /** Says hello as a new device with no cursors, and waits until everything is live. */
    public JsonNode hello() {
        return hello(Json.object());
    }

    /** Says hello with these cursors, and waits for {@code synced}. Gives {@code welcome}. */
    public JsonNode hello(JsonNode cursors) {
        return hello(cursors, false);
    }

    /** The same in batch mode. */
    public JsonNode helloInBatches(JsonNode cursors) {
        return hello(cursors, true);
    }

    private JsonNode hello(JsonNode cursors, boolean batch) {
        ObjectNode hello = Json.frame("hello", "device", "d-" + UUID.randomUUID(), "client", "it/1.0");
        hello.set("cursors", cursors);
        send(batch ? hello.put("batch", true) : hello);
        JsonNode welcome = await("welcome");
        await("synced");
        return welcome;
    }

    /** Sends a command with a new id and gives its {@code ack} or {@code error}. */
    public JsonNode ask(String type, Object... fields) {
        return ask(Json.frame(type, fields));
    }

    public JsonNode ask(ObjectNode command) {
        if (!command.has("id")) {
            command.put("id", UUID.randomUUID().toString());
        }
        int before = size();
        send(command);
        return awaitAnswer(before, command.path("id").asText());
    }

    public JsonNode ack(String type, Object... fields) {
        JsonNode answer = ask(type, fields);
        if (!"ack".equals(answer.path("type").asText())) {
            throw new AssertionError("no ack to " + Json.frame(type, fields) + " but " + answer);
        }
        return answer;
    }

    public JsonNode refused(String code, String type, Object... fields) {
        return refused(code, Json.frame(type, fields));
    }

    public JsonNode refused(String code, ObjectNode command) {
        JsonNode answer = ask(command);
        if (!"error".equals(answer.path("type").asText())
                || !code.equals(answer.path("code").asText())) {
            throw new AssertionError("no error " + code + " to " + command + " but " + answer);
        }
        return answer;
    }

    // Receiving

    public JsonNode await(String type) {
        return await(type, frame -> true);
    }

    /** The first frame of this type that fits, past or future. */
    public JsonNode await(String type, Predicate<JsonNode> fits) {
        return awaitFrom(0, type, frame -> is(frame, type) && fits.test(frame));
    }

    /** As {@link #await(String, Predicate)}, for frames that come after the first {@code before} ones only. */
    public JsonNode awaitAfter(int before, String type, Predicate<JsonNode> fits) {
        return awaitFrom(before, type, frame -> is(frame, type) && fits.test(frame));
    }

    /** The first frame after the first {@code before} ones that is of one of these types. */
    public JsonNode awaitAfter(int before, List<String> types) {
        return awaitFrom(
                before,
                types.toString(),
                frame -> types.contains(frame.path("type").asText()));
    }

    /** The {@code ack} or {@code error} of a command, among the frames after the first {@code before} ones. */
    public JsonNode awaitAnswer(int before, String id) {
        return awaitFrom(before, "the answer to " + id, frame -> isAnswer(frame, id));
    }

    public JsonNode awaitEntry(String conversation, int seq) {
        return await(
                "entry",
                entry -> conversation.equals(entry.path("conversation").asText())
                        && "public".equals(entry.path("log").asText())
                        && entry.path("seq").asInt() == seq);
    }

    public JsonNode awaitKind(String conversation, String kind) {
        return await(
                "entry",
                entry -> conversation.equals(entry.path("conversation").asText())
                        && kind.equals(entry.path("kind").asText()));
    }

    /** Waits for a {@code pong}; everything that the server said before it has come then. */
    public JsonNode ping() {
        int before = size();
        send(Json.frame("ping"));
        return awaitAfter(before, "pong", frame -> true);
    }

    public int closeCode() {
        return closeCode(PATIENCE);
    }

    /**
     * The same within a promised time. On a busy machine it may take five times as long as the slowest of the witness's
     * questions meanwhile.
     *
     * @param witness asks the same server something for which it needs its database, and waits for the answer
     */
    public int closeCode(Duration promised, Runnable witness) {
        long begun = System.nanoTime();
        Duration slowest = Duration.ZERO;
        while (!endsWithin(GLANCE)) {
            long asked = System.nanoTime();
            witness.run();
            slowest = Collections.max(List.of(slowest, since(asked)));
            if (since(begun).compareTo(Collections.max(List.of(promised, slowest.multipliedBy(5)))) > 0) {
                throw new AssertionError("still open after " + since(begun) + ", though an answer takes " + slowest
                        + "; heard " + shortened(frames()));
            }
        }
        return closed.join();
    }

    private boolean endsWithin(Duration time) {
        try {
            closed.get(time.toMillis(), MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }

    public int closeCode(Duration patience) {
        try {
            return closed.get(patience.toSeconds(), SECONDS);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new AssertionError("still open after " + patience + "; heard " + frames(), e);
        }
    }

    public List<JsonNode> frames() {
        synchronized (frames) {
            return List.copyOf(frames);
        }
    }

    public List<JsonNode> frames(String type) {
        return frames().stream().filter(frame -> is(frame, type)).toList();
    }

    public List<JsonNode> entries(String conversation) {
        return frames("entry").stream()
                .filter(entry -> conversation.equals(entry.path("conversation").asText()))
                .filter(entry -> "public".equals(entry.path("log").asText()))
                .toList();
    }

    public int size() {
        synchronized (frames) {
            return frames.size();
        }
    }

    private static boolean is(JsonNode frame, String type) {
        return type.equals(frame.path("type").asText());
    }

    private static boolean isAnswer(JsonNode frame, String id) {
        return (is(frame, "ack") || is(frame, "error"))
                && id.equals(frame.path("re").asText());
    }

    private JsonNode awaitFrom(int before, String what, Predicate<JsonNode> fits) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        synchronized (frames) {
            int next = before;
            while (true) {
                for (; next < frames.size(); next++) {
                    if (fits.test(frames.get(next))) {
                        return frames.get(next);
                    }
                }
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0 || closed.isDone()) {
                    throw new AssertionError("no " + what + (closed.isDone() ? ", closed " + closed.join() : "")
                            + "; heard " + shortened(frames));
                }
                waitForMore(left);
            }
        }
    }

    private void waitForMore(long millis) {
        try {
            frames.wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String shortened(List<JsonNode> frames) {
        int from = Math.max(0, frames.size() - 20);
        return (from == 0 ? "" : from + " frames, then ") + frames.subList(from, frames.size());
    }

    /** For transports: a frame has come. */
    final void hear(JsonNode frame) {
        synchronized (frames) {
            frames.add(frame);
            frames.notifyAll();
        }
    }

    /** For transports: no more will come. */
    final void end(int code) {
        closed.complete(code);
        synchronized (frames) {
            frames.notifyAll();
        }
    }

    /** Leaves as a closed tab does. */
    @Override
    public abstract void close();
}
