package org.parley.ejb.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

class TurnsTest {
    private final List<String> done = Collections.synchronizedList(new ArrayList<>());
    private final Deque<Runnable> tasks = new ArrayDeque<>();

    @Test
    void commandsOfOneKeyShouldKeepTheirOrder() {
        Turns turns = turns(4, 100, tasks::add);

        turns.add(noting("a", "1"));
        turns.add(noting("a", "2"));
        turns.add(noting("a", "3"));
        runTasks();

        assertThat(done).containsExactly("1", "2", "3");
    }

    @Test
    void aKeyShouldBeBusyUntilItsLastCommandIsDone() {
        Turns turns = turns(4, 100, tasks::add);

        turns.add(noting("a", "1"));

        assertThat(turns.isBusy("a")).isTrue();
        assertThat(turns.isBusy("b")).isFalse();
        runTasks();
        assertThat(turns.isBusy("a")).isFalse();
    }

    @Test
    void aCommandThatHangsShouldDelayOnlyItsOwnKey() throws InterruptedException {
        ExecutorService executor = Executors.newCachedThreadPool();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch otherDone = new CountDownLatch(1);
        Turns turns = turns(2, 100, executor);

        turns.add(Errand.alone("held", () -> {
            await(held);
            return done.add("held");
        }));
        turns.add(noting("held", "behind"));
        turns.add(Errand.alone("other", () -> {
            done.add("other");
            otherDone.countDown();
            return null;
        }));

        assertThat(otherDone.await(30, TimeUnit.SECONDS)).isTrue();
        assertThat(done).containsExactly("other");
        held.countDown();
        executor.shutdown();
        assertThat(executor.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(done).containsExactly("other", "held", "behind");
    }

    @Test
    void aFullHouseShouldRefuseAndNotWait() {
        Turns turns = turns(1, 2, tasks::add);
        turns.add(noting("a", "1"));
        turns.add(noting("b", "2"));
        Given<?, ?> third = noting("c", "3");

        turns.add(third);

        assertThat(refusal(third)).isEqualTo(ErrorCode.UNAVAILABLE);
        runTasks();
        assertThat(done).containsExactlyInAnyOrder("1", "2");
    }

    @Test
    void whatNobodyRunsShouldBeRefused() {
        Turns turns = turns(1, 100, task -> {
            throw new RejectedExecutionException("thrown on purpose");
        });
        Given<?, ?> command = noting("a", "1");

        turns.add(command);

        assertThat(refusal(command)).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(turns.isBusy("a")).isFalse();
    }

    @Test
    void aFaultShouldCostItsOwnCommandsOnly() {
        AtomicInteger calls = new AtomicInteger();
        Turns turns = new Turns(1, 100, 10, command -> false, tasks::add, commands -> {
            if (calls.getAndIncrement() == 0) {
                throw new IllegalStateException("thrown on purpose");
            }
            commands.forEach(Given::runNow);
        });
        Given<?, ?> first = noting("a", "1");

        turns.add(first);
        turns.add(noting("b", "2"));
        runTasks();

        assertThat(refusal(first)).isEqualTo(ErrorCode.UNAVAILABLE);
        assertThat(done).containsExactly("2");
    }

    @Test
    void frequentOnesOfManyKeysShouldShareATransactionUpToItsLimit() {
        List<Integer> batches = new ArrayList<>();
        Turns turns = new Turns(1, 100, 4, command -> true, tasks::add, commands -> batches.add(commands.size()));

        for (int i = 0; i < 9; i++) {
            turns.add(noting("key " + i, "" + i));
        }
        runTasks();

        assertThat(batches).containsExactly(4, 4, 1);
    }

    @Test
    void oneThatMayWaitLongShouldHaveATransactionOfItsOwn() {
        List<List<String>> batches = new ArrayList<>();
        Given<?, ?> alone = noting("b", "alone");
        Turns turns = new Turns(
                1,
                100,
                4,
                command -> command != alone,
                tasks::add,
                commands -> batches.add(commands.stream().map(Given::key).toList()));

        turns.add(noting("a", "1"));
        turns.add(alone);
        turns.add(noting("c", "2"));
        turns.add(noting("d", "3"));
        runTasks();

        assertThat(batches).containsExactly(List.of("a"), List.of("b"), List.of("c", "d"));
    }

    @Test
    void manySendersShouldAllBeAnsweredInTheOrderOfTheirKeys() throws InterruptedException {
        ExecutorService executor = Executors.newFixedThreadPool(4);
        Turns turns = turns(4, 100_000, executor);
        AtomicInteger answered = new AtomicInteger();
        int[] last = new int[7];
        AtomicInteger disorders = new AtomicInteger();
        for (int i = 0; i < 20_000; i++) {
            int number = i;
            turns.add(command("" + i % 7, () -> {
                if (last[number % 7] > number) {
                    disorders.incrementAndGet();
                }
                last[number % 7] = number;
                answered.incrementAndGet();
            }));
        }
        CountDownLatch end = new CountDownLatch(7);
        for (int key = 0; key < 7; key++) {
            turns.add(command("" + key, end::countDown));
        }

        assertThat(end.await(30, TimeUnit.SECONDS)).isTrue();
        executor.shutdown();
        assertThat(answered).hasValue(20_000);
        assertThat(disorders).hasValue(0);
    }

    private static Turns turns(int mostAtOnce, int mostWaiting, Executor executor) {
        return new Turns(
                mostAtOnce,
                mostWaiting,
                10,
                command -> false,
                executor,
                commands -> commands.forEach(command -> {
                    command.runNow();
                    command.committed();
                }));
    }

    private Given<?, ?> noting(String key, String text) {
        return command(key, () -> done.add(text));
    }

    private static Given<?, ?> command(String key, Runnable work) {
        return Errand.alone(key, () -> {
            work.run();
            return null;
        });
    }

    private static ErrorCode refusal(Given<?, ?> command) {
        CompletionStage<?> outcome = command.outcome();
        Throwable thrown = catchThrowable(() -> outcome.toCompletableFuture().join());
        return ((ChatException) thrown.getCause()).code();
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
