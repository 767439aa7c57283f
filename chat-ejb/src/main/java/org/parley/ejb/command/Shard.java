package org.parley.ejb.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

/**
 * Writes the commands of some conversations, one batch after the other: while a transaction commits, the next commands
 * gather.
 */
final class Shard {
    private final int mostInBatch;
    private final BlockingQueue<Given<?, ?>> waiting;
    private final Executor executor;
    private final Consumer<List<Given<?, ?>>> writer;
    private final AtomicBoolean draining = new AtomicBoolean();

    /** @param writer writes a batch and tells each command its outcome */
    Shard(int mostWaiting, int mostInBatch, Executor executor, Consumer<List<Given<?, ?>>> writer) {
        this.waiting = new ArrayBlockingQueue<>(mostWaiting);
        this.mostInBatch = mostInBatch;
        this.executor = executor;
        this.writer = writer;
    }

    <R> CompletionStage<R> submit(Given<?, R> command) {
        if (!waiting.offer(command)) {
            command.fail(tooMuch());
        } else {
            drainSoon();
        }
        return command.outcome();
    }

    private void drainSoon() {
        // Commands that come while the flag is up rely on the thread that raised it.
        while (!waiting.isEmpty() && draining.compareAndSet(false, true)) {
            try {
                executor.execute(this::drain);
                return;
            } catch (RejectedExecutionException e) {
                refuseAll();
                draining.set(false);
            }
        }
    }

    private void refuseAll() {
        List<Given<?, ?>> refused = new ArrayList<>();
        waiting.drainTo(refused);
        refused.forEach(command -> command.fail(tooMuch()));
    }

    private void drain() {
        try {
            List<Given<?, ?>> batch = new ArrayList<>();
            while (waiting.drainTo(batch, mostInBatch) > 0) {
                writer.accept(batch);
                batch.clear();
            }
        } finally {
            draining.set(false);
        }
        // A command may have come after the last look and before the flag fell.
        drainSoon();
    }

    static ChatException tooMuch() {
        return new ChatException(ErrorCode.UNAVAILABLE, "Too much waits for the database. Try again with the same id.");
    }
}
