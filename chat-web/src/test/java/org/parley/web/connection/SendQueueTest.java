package org.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.parley.web.protocol.CloseCode;

class SendQueueTest {
    private final List<String> sent = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private Consumer<Throwable> inFlight = failure -> {};

    /** Holds each send until the test completes it. */
    private final SendQueue queue = new SendQueue(
            4,
            100,
            new FakeTransport((frame, done) -> {
                sent.add(frame);
                inFlight = done;
            }),
            failure -> told.add("failed " + failure.getMessage()),
            () -> told.add("overflow"));

    @Test
    void oneSendShouldBeInFlightAndTheOrderKept() {
        queue.offer("1");
        queue.offer("2");
        queue.offer("3");
        assertThat(sent).containsExactly("1");

        inFlight.accept(null);
        inFlight.accept(null);

        assertThat(sent).containsExactly("1", "2", "3");
    }

    @Test
    void whatGathersDuringASendShouldLeaveTogetherInBatchMode() {
        queue.sendTogether();
        queue.offer("{1}");
        queue.offer("{2}");
        queue.offer("{3}");
        inFlight.accept(null);
        queue.offer("{4}");
        inFlight.accept(null);
        inFlight.accept(null);

        assertThat(sent).containsExactly("{1}", "[{2},{3}]", "{4}");
    }

    @Test
    void aMessageShouldBeBoundedHoweverMuchHasGathered() {
        SendQueue wide = new SendQueue(
                100,
                1_000_000,
                new FakeTransport((frame, done) -> {
                    sent.add(frame);
                    inFlight = done;
                }),
                failure -> {},
                () -> {});
        wide.sendTogether();
        wide.offer("first");
        for (int i = 0; i < 3; i++) {
            wide.offer("x".repeat(9_000));
        }
        wide.offer("y".repeat(50_000));
        for (int i = 0; i < 3; i++) {
            inFlight.accept(null);
        }

        assertThat(sent).extracting(String::length).containsExactly(5, 18_003, 9_000, 50_000);
    }

    @Test
    void framesOfATaskShouldLeaveWhenItHasEnded() {
        queue.sendTogether();
        queue.gather(() -> {
            queue.gather(() -> queue.offer("{1}"));
            queue.offer("{2}");
            assertThat(sent).isEmpty();
        });

        assertThat(sent).containsExactly("[{1},{2}]");
    }

    @Test
    void whatGathersShouldLeaveBeforeTheQueueIsFull() {
        queue.gather(() -> {
            for (int i = 1; i <= 6; i++) {
                queue.offer("" + i);
                inFlight.accept(null);
            }
            assertThat(sent).containsExactly("1", "2", "3", "4", "5");
        });
        inFlight.accept(null);

        assertThat(sent).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(told).isEmpty();
    }

    @Test
    void aTaskThatFailsShouldHoldNothingBack() {
        assertThatThrownBy(() -> queue.gather(() -> {
                    queue.offer("1");
                    throw new IllegalStateException("thrown on purpose");
                }))
                .hasMessage("thrown on purpose");
        queue.gather(() -> {});
        inFlight.accept(null);
        queue.offer("2");

        assertThat(sent).containsExactly("1", "2");
    }

    @Test
    void theEndShouldComeAfterWhatGathers() {
        queue.gather(() -> {
            queue.offer("1");
            queue.finish("bye", () -> told.add("ended"));
            assertThat(told).isEmpty();
            assertThat(queue.isIdle()).isFalse();
        });
        inFlight.accept(null);
        inFlight.accept(null);

        assertThat(sent).containsExactly("1", "bye");
        assertThat(told).containsExactly("ended");
    }

    @Test
    void roomShouldComeBackWithEachMessage() {
        queue.sendTogether();
        for (int i = 0; i < 5; i++) {
            queue.offer("f" + i);
        }
        inFlight.accept(null);
        for (int i = 0; i < 4; i++) {
            queue.offer("g" + i);
        }

        assertThat(told).isEmpty();
    }

    @Test
    void aReaderThatIsTooSlowShouldBeToldOnceAndGetNothingMore() {
        for (int i = 0; i < 8; i++) {
            queue.offer("f" + i);
        }

        assertThat(told).containsExactly("overflow");
        assertThat(sent).containsExactly("f0");
    }

    @Test
    void tooManyCharactersShouldOverflowAsWell() {
        queue.offer("in flight");
        queue.offer("x".repeat(60));
        queue.offer("x".repeat(60));

        assertThat(told).containsExactly("overflow");
    }

    @Test
    void aFailedSendShouldEndTheQueue() {
        queue.offer("1");
        queue.offer("2");
        inFlight.accept(new IllegalStateException("broken"));
        queue.offer("3");

        assertThat(told).containsExactly("failed broken");
        assertThat(sent).containsExactly("1");
    }

    @Test
    void wireThatThrowsShouldEndTheQueueAndNotReachTheSender() {
        SendQueue broken = new SendQueue(
                4,
                100,
                new FakeTransport((frame, done) -> {
                    throw new IllegalStateException("thrown on purpose");
                }),
                failure -> told.add("failed " + failure.getMessage()),
                () -> told.add("overflow"));

        broken.offer("1");
        broken.offer("2");

        assertThat(told).containsExactly("failed thrown on purpose");
    }

    @Test
    void theLastFrameShouldBeSentBeforeTheEnd() {
        queue.offer("1");
        queue.finish("bye", () -> told.add("ended"));
        queue.offer("late");
        assertThat(told).isEmpty();

        inFlight.accept(null);
        inFlight.accept(null);

        assertThat(sent).containsExactly("1", "bye");
        assertThat(told).containsExactly("ended");
    }

    @Test
    void whatIsOfferedDuringAPingShouldFollowIt() {
        SendQueue[] pinged = new SendQueue[1];
        pinged[0] = new SendQueue(
                4,
                100,
                new Transport() {
                    @Override
                    public void send(String frame, Consumer<Throwable> done) {
                        sent.add(frame);
                        done.accept(null);
                    }

                    @Override
                    public void ping() {
                        pinged[0].offer("1");
                        assertThat(sent).isEmpty();
                    }

                    @Override
                    public void close(CloseCode code) {}
                },
                failure -> {},
                () -> {});

        pinged[0].ping();

        assertThat(sent).containsExactly("1");
    }

    @Test
    void replayShouldWaitForRoom() {
        for (int i = 0; i < 4; i++) {
            queue.offer("f" + i);
        }
        queue.whenRoom(() -> told.add("room"));
        assertThat(told).isEmpty();

        inFlight.accept(null);

        assertThat(told).containsExactly("room");
    }

    @Test
    void everyTaskThatWaitsForRoomShouldRun() {
        for (int i = 0; i < 4; i++) {
            queue.offer("f" + i);
        }
        queue.whenRoom(() -> told.add("first"));
        queue.whenRoom(() -> told.add("second"));

        inFlight.accept(null);

        assertThat(told).containsExactly("first", "second");
    }

    @Test
    void aBurstShouldWaitForItsReaderAndLoseNothing() {
        List<Runnable> steps = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            String frame = "b" + i;
            steps.add(() -> queue.offer(frame));
        }
        queue.inRoom(steps.iterator(), () -> told.add("done"));
        while (sent.size() < 50) {
            inFlight.accept(null);
        }

        assertThat(sent).hasSize(50).startsWith("b0", "b1").endsWith("b49");
        assertThat(told).containsExactly("done");
    }

    @Test
    void aWireThatCompletesInlineShouldNotOverflowTheStack() {
        AtomicInteger count = new AtomicInteger();
        SendQueue[] inline = new SendQueue[1];
        inline[0] = new SendQueue(
                200_000,
                10_000_000,
                new FakeTransport((frame, done) -> {
                    if (count.getAndIncrement() == 0) {
                        for (int i = 0; i < 100_000; i++) {
                            inline[0].offer("more");
                        }
                    }
                    done.accept(null);
                }),
                failure -> {},
                () -> {});

        inline[0].offer("first");

        assertThat(count).hasValue(100_001);
    }

    @Test
    void manyThreadsShouldLoseNothing() throws InterruptedException {
        ExecutorService wireThread = Executors.newSingleThreadExecutor();
        ExecutorService senders = Executors.newFixedThreadPool(8);
        AtomicInteger parallel = new AtomicInteger();
        AtomicInteger mostParallel = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(8_000);
        SendQueue shared = new SendQueue(
                10_000,
                1_000_000,
                new FakeTransport((frame, done) -> {
                    mostParallel.accumulateAndGet(parallel.incrementAndGet(), Math::max);
                    wireThread.execute(() -> {
                        parallel.decrementAndGet();
                        all.countDown();
                        done.accept(null);
                    });
                }),
                failure -> {},
                () -> {});
        for (int i = 0; i < 8_000; i++) {
            senders.execute(() -> shared.offer("x"));
            senders.execute(shared::ping);
        }

        assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(mostParallel).hasValue(1);
        senders.shutdownNow();
        wireThread.shutdownNow();
    }
}
