package org.parley.it.fault;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.it.client.Json;
import org.parley.it.fault.Event.Acked;
import org.parley.it.fault.Event.Attempted;
import org.parley.it.fault.Event.Delivered;
import org.parley.it.fault.Event.Ended;
import org.parley.it.fault.Event.Entry;
import org.parley.it.fault.Event.Greeted;
import org.parley.it.fault.Event.Line;
import org.parley.it.fault.Event.LogName;
import org.parley.it.fault.Event.Met;
import org.parley.it.fault.Event.Refused;

/**
 * A client as {@code docs/client.md} describes it: it comes back with back-off, keeps cursors and pending commands, repeats
 * each command with its id until the answer, and mends gaps. It tells the history what it does and gets.
 */
final class ReconnectingDevice {

    /** Where a device stands between two connections. */
    enum State {
        AWAY,
        CONNECTING,
        SYNCING,
        LIVE
    }

    private static final Set<String> PASSING = Set.of("unavailable", "rate-limited", "internal");
    private static final int SHORTEST_BACK_OFF = 100;
    private static final int LONGEST_BACK_OFF = 1500;
    private static final int PAGE = 50;

    private final Person person;
    private final String name;
    private final Transport.Opener opener;
    private final History history;
    private final ScheduledExecutorService timer;
    private final SplittableRandom random;

    private final Cursors cursors = new Cursors();
    private final PendingCommands pending = new PendingCommands();
    private final Map<String, JsonNode> conversations = new HashMap<>();
    private final Map<String, LogName> repairs = new HashMap<>();
    private final OwnLines ownLines;
    private State state = State.AWAY;
    private Line line;
    private Transport transport;
    private int failures;
    private int ids;
    private long heartbeat = TimeUnit.SECONDS.toNanos(4);
    private long lastHeard;
    private long lastSaid;

    ReconnectingDevice(
            Person person,
            String name,
            Transport.Opener opener,
            History history,
            ScheduledExecutorService timer,
            SplittableRandom random) {
        this.person = person;
        this.name = name;
        this.opener = opener;
        this.history = history;
        this.timer = timer;
        this.random = random;
        this.line = new Line(person.id(), name, 0);
        this.ownLines = new OwnLines(person.id());
        timer.scheduleWithFixedDelay(this::lookAfterTheLine, 500, 500, TimeUnit.MILLISECONDS);
    }

    // Calls of its owner

    synchronized void connect() {
        line = new Line(person.id(), name, line.number() + 1);
        state = State.CONNECTING;
        lastHeard = lastSaid = System.nanoTime();
        transport = opener.open(person.token(), new Ears(line));
    }

    /** Drops the line, as in a tunnel, and comes back. */
    synchronized void reconnect() {
        if (state != State.AWAY) {
            transport.abandon();
            lineBroke(1001);
        }
    }

    synchronized void stop() {
        state = State.AWAY;
        if (transport != null) {
            transport.abandon();
        }
    }

    /** Takes on a command, until its answer. Commands of one lane are stored in the order of these calls. */
    synchronized ObjectNode command(String lane, ObjectNode frame) {
        frame.put("id", name + "-" + ++ids);
        pending.add(lane, frame);
        transmit(lane);
        return frame;
    }

    /** Sends a copy of a command that a device of the same person has sent, once, and cares for no answer. */
    synchronized boolean copy(ObjectNode frame) {
        if (state == State.LIVE) {
            attempt(frame);
        }
        return state == State.LIVE;
    }

    /** Sends a frame that gets no answer, when there is a line. */
    synchronized void mention(ObjectNode frame) {
        if (state == State.LIVE) {
            say(frame);
        }
    }

    // State for its owner

    String name() {
        return name;
    }

    synchronized boolean isLive() {
        return state == State.LIVE;
    }

    synchronized boolean isBusyWith(String lane) {
        return pending.has(lane);
    }

    /** Whether the command has left at least once: before, a copy of it would overtake what waits before it. */
    synchronized boolean hasTried(ObjectNode frame) {
        return pending.hasTried(frame.path("id").asText());
    }

    synchronized int waiting() {
        return pending.size();
    }

    /** Conversations in which it may write now, as far as it knows. */
    synchronized List<String> open() {
        return conversations.values().stream()
                .filter(summary ->
                        takesPart(summary) && !summary.path("status").asText().equals("closed"))
                .map(summary -> summary.path("id").asText())
                .sorted()
                .toList();
    }

    synchronized long newest(String conversation) {
        return cursors.of(new LogName(conversation, "public"));
    }

    /** Whether it has all of the conversation, or never heard of it. */
    synchronized boolean hasWhatItMet(Stored stored) {
        return cursors.all().keySet().stream()
                .filter(log -> log.conversation().equals(stored.conversation()))
                .allMatch(log -> cursors.of(log) >= stored.log(log.log()).size());
    }

    @Override
    public synchronized String toString() {
        return name + " " + state + " " + line.number() + ", waiting: " + pending.ids();
    }

    // The line

    /** Hears one line; frames of an old line are ignored. */
    private final class Ears implements Transport.Listener {
        private final Line own;

        Ears(Line own) {
            this.own = own;
        }

        @Override
        public void opened() {
            synchronized (ReconnectingDevice.this) {
                if (own.equals(line)) {
                    greet();
                }
            }
        }

        @Override
        public void received(JsonNode frame) {
            synchronized (ReconnectingDevice.this) {
                if (own.equals(line) && state != State.AWAY) {
                    lastHeard = System.nanoTime();
                    hear(frame);
                }
            }
        }

        @Override
        public void repeating(JsonNode frame) {
            synchronized (ReconnectingDevice.this) {
                if (own.equals(line) && frame.has("id")) {
                    record(frame);
                }
            }
        }

        @Override
        public void closed(int code) {
            synchronized (ReconnectingDevice.this) {
                if (own.equals(line) && state != State.AWAY) {
                    lineBroke(code);
                }
            }
        }
    }

    private void greet() {
        state = State.SYNCING;
        history.add(new Greeted(line, cursors.all()));
        say(Json.frame(
                "hello",
                "device",
                name,
                "client",
                "fault/1.0",
                "cursors",
                cursors.toJson(),
                "batch",
                random.nextBoolean()));
    }

    private void lineBroke(int code) {
        history.add(new Ended(line, code));
        state = State.AWAY;
        repairs.clear();
        ownLines.end();
        pending.takeAllBack();
        timer.schedule(this::connect, backOff(), TimeUnit.MILLISECONDS);
    }

    private int backOff() {
        int longest = Math.min(LONGEST_BACK_OFF, SHORTEST_BACK_OFF << Math.min(failures++, 6));
        return 1 + random.nextInt(longest);
    }

    private synchronized void lookAfterTheLine() {
        long now = System.nanoTime();
        if (state != State.AWAY && now - lastHeard > heartbeat * 3 / 2) {
            transport.abandon();
            lineBroke(1006);
        } else if (state == State.LIVE && now - lastSaid > heartbeat) {
            say(Json.frame("ping"));
        }
    }

    private void say(JsonNode frame) {
        lastSaid = System.nanoTime();
        transport.send(frame);
    }

    private void attempt(ObjectNode frame) {
        record(frame);
        ownLines.say(frame);
        say(frame);
    }

    private void record(JsonNode frame) {
        history.add(new Attempted(
                line,
                frame.path("type").asText(),
                frame.path("id").asText(),
                textOrNull(frame, "conversation"),
                textOrNull(frame, "text")));
    }

    private void transmit(String lane) {
        if (state == State.LIVE) {
            pending.next(lane).ifPresent(this::attempt);
        }
    }

    // Frames of the server

    private void hear(JsonNode frame) {
        switch (frame.path("type").asText()) {
            case "welcome" -> {
                if (frame.path("batch").asBoolean()) {
                    ownLines.begin(cursors.all());
                }
                heartbeat = TimeUnit.SECONDS.toNanos(frame.path("heartbeat").asInt());
                frame.path("conversations").forEach(this::learn);
            }
            case "synced" -> beLive();
            case "entry" -> {
                Entry entry = entry(frame);
                if (!ownLines.isTold(entry)) {
                    takePushed(entry);
                }
            }
            case "conversation" -> learn(frame);
            case "ack" -> acked(frame);
            case "error" -> refused(frame);
            case "pong" -> compare(frame.path("heads"));
            default -> {
                // Receipts, presence and typing may be forgotten.
            }
        }
    }

    /** Entries on their way are no gap, and asking for them does no harm. */
    private void compare(JsonNode heads) {
        heads.properties()
                .forEach(logs -> logs.getValue()
                        .properties()
                        .forEach(head -> reach(
                                new LogName(logs.getKey(), head.getKey()),
                                head.getValue().asLong())));
    }

    private void beLive() {
        state = State.LIVE;
        failures = 0;
        if (person.isStaff()) {
            commandUnlessWaiting("status", Json.frame("status", "status", "accepting"));
            commandUnlessWaiting("watch", Json.frame("watch", "topics", List.of("queue")));
        }
        pending.lanes().forEach(this::transmit);
    }

    private void learn(JsonNode summary) {
        String id = summary.path("id").asText();
        JsonNode known = conversations.get(id);
        if (known != null
                && known.path("version").asLong() > summary.path("version").asLong()) {
            return;
        }
        conversations.put(id, summary);
        if (takesPart(summary)) {
            meet(id);
        } else if (summary.path("status").asText().equals("queued")) {
            commandUnlessWaiting("accept " + id, Json.frame("accept", "conversation", id));
        }
    }

    private void commandUnlessWaiting(String lane, ObjectNode frame) {
        if (!pending.has(lane)) {
            command(lane, frame);
        }
    }

    private boolean takesPart(JsonNode summary) {
        return person.id()
                .equals(summary.path(person.isStaff() ? "owner" : "visitor")
                        .path("id")
                        .asText());
    }

    private void meet(String conversation) {
        if (cursors.meet(conversation, person.isStaff())) {
            history.add(new Met(line, conversation));
        }
    }

    /** An ack may overtake entries, and then its own comes too. */
    private void takeOwn(Entry entry) {
        if (ownLines.isNext(entry)) {
            takePushed(entry);
        } else {
            reach(new LogName(entry.conversation(), entry.log()), entry.seq());
        }
    }

    private void takePushed(Entry entry) {
        ownLines.tell(entry);
        history.add(new Delivered(line, true, entry));
        meet(entry.conversation());
        if (cursors.take(entry) == Cursors.Place.BEYOND_A_GAP) {
            reach(new LogName(entry.conversation(), entry.log()), entry.seq());
        }
    }

    /** Asks for what is missing up to a number that is known to exist. */
    private void reach(LogName log, long seq) {
        if (state == State.LIVE && cursors.of(log) < seq && !repairs.containsValue(log)) {
            String id = name + "-" + ++ids;
            repairs.put(id, log);
            attempt(Json.frame(
                    "sync",
                    "id",
                    id,
                    "conversation",
                    log.conversation(),
                    "log",
                    log.log(),
                    "after",
                    cursors.of(log),
                    "limit",
                    PAGE));
        }
    }

    private void acked(JsonNode ack) {
        String id = ack.path("re").asText();
        LogName repaired = repairs.remove(id);
        history.add(new Acked(
                line,
                id,
                textOrNull(ack, "conversation"),
                ack.path("seq").asLong(),
                ack.path("created").asBoolean()));
        if (repaired != null) {
            ack.path("entries").forEach(found -> {
                Entry entry = entry(found);
                history.add(new Delivered(line, false, entry));
                cursors.take(entry);
            });
            reach(repaired, ack.path("head").asLong());
        } else {
            ownLines.entry(ack).ifPresent(this::takeOwn);
            settle(id, ack);
        }
    }

    private void settle(String id, JsonNode ack) {
        pending.settle(id).ifPresent(lane -> {
            if (lane.equals("start")) {
                meet(ack.path("conversation").asText());
            }
            transmit(lane);
        });
    }

    private void refused(JsonNode error) {
        String id = textOrNull(error, "re");
        String code = error.path("code").asText();
        history.add(new Refused(line, id, code));
        if (id == null || repairs.remove(id) != null) {
            return;
        }
        if (PASSING.contains(code)) {
            Optional<String> lane = pending.takeBack(id);
            lane.ifPresent(again -> timer.schedule(() -> transmitAgain(again), backOff(), TimeUnit.MILLISECONDS));
        } else {
            pending.settle(id).ifPresent(this::transmit);
        }
    }

    private synchronized void transmitAgain(String lane) {
        transmit(lane);
    }

    static Entry entry(JsonNode frame) {
        return new Entry(
                frame.path("conversation").asText(),
                frame.path("log").asText(),
                frame.path("seq").asLong(),
                frame.path("kind").asText(),
                frame.path("author").path("id").asText(),
                textOrNull(frame, "id"),
                textOrNull(frame, "text"));
    }

    private static String textOrNull(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.path(field).asText() : null;
    }
}
