package org.parley.ejb.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.invitation.NobodyThereException;

class ShardTest {
    /** What each transaction stored, in order; one that throws stores nothing. */
    private final List<List<String>> committed = new ArrayList<>();

    private final List<String> current = new ArrayList<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Shard shard = shard(tasks::add);

    @Test
    void whatGathersShouldBeWrittenInOneTransaction() {
        CompletionStage<String> first = shard.submit(store("a", "1"));
        CompletionStage<String> second = shard.submit(store("b", "2"));
        assertThat(first.toCompletableFuture()).isNotDone();

        runTasks();

        assertThat(committed).containsExactly(List.of("1", "2"));
        assertThat(first.toCompletableFuture()).isCompletedWithValue("1");
        assertThat(second.toCompletableFuture()).isCompletedWithValue("2");
    }

    @Test
    void whatGathersWhileNobodyWritesShouldFailAtOnce() {
        List<CompletionStage<String>> outcomes = new ArrayList<>();
        Deque<Shard> refused = new ArrayDeque<>();
        refused.add(shard(task -> {
            // Others come while the executor still makes up its mind.
            if (outcomes.isEmpty()) {
                outcomes.add(refused.element().submit(store("b", "2")));
                outcomes.add(refused.element().submit(store("c", "3")));
            }
            throw new RejectedExecutionException("thrown on purpose");
        }));

        outcomes.add(refused.element().submit(store("a", "1")));

        assertThat(outcomes)
                .hasSize(3)
                .allSatisfy(outcome -> assertThat(failure(outcome))
                        .isInstanceOfSatisfying(
                                ChatException.class,
                                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE)));
    }

    @Test
    void aBatchShouldHaveItsLimit() {
        for (int i = 0; i < 10; i++) {
            shard.submit(store("a", "" + i));
        }

        runTasks();

        assertThat(committed)
                .containsExactly(List.of("0", "1", "2", "3"), List.of("4", "5", "6", "7"), List.of("8", "9"));
    }

    @Test
    void oneThatIsRefusedShouldFailAlone() {
        CompletionStage<String> good = shard.submit(store("a", "good"));
        CompletionStage<String> bad = shard.submit(Errand.<String>alone("a", () -> {
            throw ChatException.notFound("conversation");
        }));
        CompletionStage<String> alsoGood = shard.submit(store("a", "also good"));

        runTasks();

        assertThat(committed).containsExactly(List.of("good"), List.of("also good"));
        assertThat(good.toCompletableFuture()).isCompletedWithValue("good");
        assertThat(alsoGood.toCompletableFuture()).isCompletedWithValue("also good");
        assertThat(failure(bad)).isInstanceOf(ChatException.class);
    }

    @Test
    void aRefusalThatKeepsItsTransactionShouldBeCommittedOnceWithTheOthers() {
        CompletionStage<String> good = shard.submit(store("a", "good"));
        CompletionStage<String> missed = shard.submit(Errand.<String>alone("a", () -> {
            current.add("missed");
            throw new NobodyThereException();
        }));

        runTasks();

        assertThat(committed).containsExactly(List.of("good", "missed"));
        assertThat(good.toCompletableFuture()).isCompletedWithValue("good");
        assertThat(failure(missed)).isInstanceOf(NobodyThereException.class);
    }

    @Test
    void commandsShouldLockInOneOrderAndKeepTheirOwn() {
        shard.submit(store("b", "b1"));
        shard.submit(store("a", "a1"));
        shard.submit(store("b", "b2"));
        shard.submit(store("a", "a2"));

        runTasks();

        assertThat(committed).containsExactly(List.of("a1", "a2", "b1", "b2"));
    }

    @Test
    void tooMuchShouldBeUnavailableAndStoreNothing() {
        for (int i = 0; i < 10; i++) {
            shard.submit(store("a", "" + i));
        }

        CompletionStage<String> refused = shard.submit(store("a", "too much"));

        assertThat(((ChatException) failure(refused)).code()).isEqualTo(ErrorCode.UNAVAILABLE);
        runTasks();
        assertThat(committed.stream().flatMap(List::stream)).hasSize(10).doesNotContain("too much");
    }

    @Test
    void nothingShouldBeForgottenBetweenTheLastLookAndTheNextCommand() throws InterruptedException {
        ExecutorService writer = Executors.newSingleThreadExecutor();
        ExecutorService senders = Executors.newFixedThreadPool(4);
        AtomicInteger answered = new AtomicInteger();
        Shard busy = new Shard(100_000, 4, writer, new BatchWriter((commands, careful) -> run(commands))::write);
        for (int i = 0; i < 20_000; i++) {
            String key = "" + i % 7;
            senders.execute(() -> busy.submit(Errand.alone(key, () -> key)).thenRun(answered::incrementAndGet));
        }
        senders.shutdown();
        assertThat(senders.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        writer.shutdown();

        assertThat(writer.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(answered).hasValue(20_000);
    }

    private Shard shard(Executor executor) {
        BatchWriter writer = new BatchWriter((commands, careful) -> {
            current.clear();
            run(commands);
            committed.add(List.copyOf(current));
        });
        return new Shard(10, 4, executor, writer::write);
    }

    private static void run(List<? extends Given<?, ?>> commands) {
        commands.forEach(Given::runNow);
    }

    private Given<?, String> store(String key, String text) {
        return Errand.alone(key, () -> {
            current.add(text);
            return text;
        });
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }

    private static Throwable failure(CompletionStage<?> stage) {
        Throwable thrown = catchThrowable(() -> stage.toCompletableFuture().join());
        return thrown instanceof CompletionException ? thrown.getCause() : thrown;
    }
}
