package org.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.EntryPage;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.web.protocol.CloseCode;

class LogFeedTest {
    private static final ConversationId CONVERSATION = new ConversationId(new UUID(1, 1));

    private final List<String> sent = new ArrayList<>();
    private final SendQueue queue = new SendQueue(10_000, 10_000_000, new Recorder(sent), failure -> {}, () -> {});

    @Test
    void theNextEntryShouldBeSentAsItComes() {
        LogFeed feed = new LogFeed(queue, 0, true);

        assertThat(feed.offer(entry(1), () -> "1")).isFalse();
        assertThat(feed.offer(entry(2), () -> "2")).isFalse();

        assertThat(sent).containsExactly("1", "2");
    }

    @Test
    void anEntryThatComesTwiceShouldBeSentOnce() {
        LogFeed feed = new LogFeed(queue, 0, true);
        feed.offer(entry(1), () -> "1");

        assertThat(feed.offer(entry(1), () -> "1")).isFalse();

        assertThat(sent).containsExactly("1");
    }

    @Test
    void eventsOutOfOrderShouldBeSentInOrderFromTheDatabase() {
        LogFeed feed = new LogFeed(queue, 0, true);

        assertThat(feed.offer(entry(2), () -> "2")).as("a gap").isTrue();
        assertThat(feed.offer(entry(1), () -> "1")).as("while it catches up").isFalse();
        assertThat(feed.advance(page(1, 2))).isTrue();
        assertThat(feed.offer(entry(3), () -> "3")).isFalse();

        assertThat(sequences()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatIsCommittedDuringTheReplayShouldBeFetchedToo() {
        LogFeed feed = new LogFeed(queue, 40, false);
        EntryPage readBefore = page(41, 42);
        feed.offer(entry(43), () -> "43");

        assertThat(feed.advance(readBefore)).as("43 is still missing").isFalse();
        assertThat(feed.advance(page(43, 43))).isTrue();

        assertThat(sequences()).containsExactly(41L, 42L, 43L);
    }

    @Test
    void aReplayThatIsLargerThanTheQueueShouldNotDriveItsReaderOut() {
        List<Consumer<Throwable>> inFlight = new ArrayList<>();
        List<String> told = new ArrayList<>();
        SendQueue narrow =
                new SendQueue(8, 10_000, new Held(sent, inFlight), failure -> {}, () -> told.add("overflow"));
        LogFeed feed = new LogFeed(narrow, 0, false);

        while (!feed.advance(page(feed.sent() + 1, 100))) {
            inFlight.remove(inFlight.size() - 1).accept(null);
        }
        while (sent.size() < 100) {
            inFlight.remove(inFlight.size() - 1).accept(null);
        }

        assertThat(told).isEmpty();
        assertThat(sequences()).hasSize(100).isSorted();
    }

    private record Held(List<String> sent, List<Consumer<Throwable>> inFlight) implements Transport {
        @Override
        public void send(String frame, Consumer<Throwable> done) {
            sent.add(frame);
            inFlight.add(done);
        }

        @Override
        public void close(CloseCode code) {}
    }

    private List<Long> sequences() {
        return sent.stream()
                .map(frame -> frame.startsWith("{")
                        ? Long.parseLong(frame.replaceAll(".*\"seq\":(\\d+).*", "$1"))
                        : Long.parseLong(frame))
                .toList();
    }

    private static EntryPage page(long first, long last) {
        return new EntryPage(
                LongStream.rangeClosed(first, last).mapToObj(LogFeedTest::entry).toList(), last);
    }

    private static Entry entry(long seq) {
        return new Entry(
                CONVERSATION,
                EntryLog.PUBLIC,
                seq,
                Instant.EPOCH,
                EntryKind.MESSAGE,
                new Participant(ParticipantKind.VISITOR, "v", null),
                "text",
                "id-" + seq,
                Map.of());
    }

    private record Recorder(List<String> sent) implements Transport {
        @Override
        public void send(String frame, Consumer<Throwable> done) {
            sent.add(frame);
            done.accept(null);
        }

        @Override
        public void close(CloseCode code) {}
    }
}
