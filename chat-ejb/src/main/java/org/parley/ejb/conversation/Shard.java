package org.parley.ejb.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

/**
 * Commands of some of the conversations, written one batch after the other: while a transaction commits, the next
 * commands gather. A batch that fails is tried command by command, so that one that is refused fails alone.
 */
final class Shard {
    private final int mostInBatch;
    private final BlockingQueue<Command<?>> waiting;
    private final Executor executor;
    private final Consumer<List<? extends Runnable>> transaction;
    private final AtomicBoolean draining = new AtomicBoolean();

    /** @param transaction runs a batch; when it throws, nothing of the batch is stored */
    Shard(int mostWaiting, int mostInBatch, Executor executor, Consumer<List<? extends Runnable>> transaction) {
        this.waiting = new ArrayBlockingQueue<>(mostWaiting);
        this.mostInBatch = mostInBatch;
        this.executor = executor;
        this.transaction = transaction;
    }

    <T> CompletionStage<T> submit(Command<T> command) {
        if (!waiting.offer(command)) {
            command.fail(tooMuch());
        } else {
            drainSoon();
        }
        return command.outcome();
    }

    private void drainSoon() {
        if (draining.compareAndSet(false, true)) {
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException e) {
                draining.set(false);
                Optional.ofNullable(waiting.poll()).ifPresent(command -> command.fail(tooMuch()));
            }
        }
    }

    private void drain() {
        try {
            List<Command<?>> batch = new ArrayList<>();
            while (waiting.drainTo(batch, mostInBatch) > 0) {
                write(batch);
                batch.clear();
            }
        } finally {
            draining.set(false);
        }
        // A command may have come after the last look and before the flag fell.
        if (!waiting.isEmpty()) {
            drainSoon();
        }
    }

    private void write(List<Command<?>> batch) {
        // Rows are locked as commands run: one order for all shards and nodes, and no two wait for each other.
        // Sorting is stable, so the commands of one conversation keep theirs.
        List<Command<?>> ordered = new ArrayList<>(batch);
        ordered.sort(Comparator.comparing(Command::key));
        if (tryWrite(ordered) != null) {
            for (Command<?> command : batch) {
                RuntimeException refusal = tryWrite(List.of(command));
                if (refusal != null) {
                    command.fail(refusal);
                }
            }
        }
    }

    /** @return why nothing was stored; null when all of it is committed */
    private RuntimeException tryWrite(List<Command<?>> commands) {
        try {
            transaction.accept(commands);
        } catch (RuntimeException e) {
            return e;
        }
        commands.forEach(Command::succeed);
        return null;
    }

    private static ChatException tooMuch() {
        return new ChatException(ErrorCode.UNAVAILABLE, "Too much waits for the database. Try again with the same id.");
    }

    /** A command and what becomes of it. */
    static final class Command<T> implements Runnable {
        private final String key;
        private final Supplier<T> work;
        private final CompletableFuture<T> outcome = new CompletableFuture<>();
        private T result;

        Command(String key, Supplier<T> work) {
            this.key = key;
            this.work = work;
        }

        String key() {
            return key;
        }

        CompletionStage<T> outcome() {
            return outcome;
        }

        @Override
        public void run() {
            result = work.get();
        }

        void succeed() {
            outcome.complete(result);
        }

        void fail(RuntimeException why) {
            outcome.completeExceptionally(why);
        }
    }
}
