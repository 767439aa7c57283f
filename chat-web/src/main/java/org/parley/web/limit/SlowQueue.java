package org.parley.web.limit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.parley.api.error.ChatException;

/**
 * A queue for expensive work: little of it runs at once, few wait, and each address has few places. Known callers go
 * before unknown ones, and take the place of one of them when the queue is full.
 */
public final class SlowQueue {
    private static final int RETRY_SECONDS = 2;

    private final Executor executor;
    private final int most;
    private final int mostOfAddress;
    private final Deque<Waiting<?>> known = new ArrayDeque<>();
    private final Deque<Waiting<?>> others = new ArrayDeque<>();

    private record Waiting<T>(String address, Supplier<T> work, CompletableFuture<T> result) {
        void run() {
            try {
                result.complete(work.get());
            } catch (Throwable e) { // Somebody waits for the answer, even when the memory is used up
                result.completeExceptionally(e);
            }
        }
    }

    /**
     * @param executor runs the work; its threads limit how much runs at once
     * @param most how many may wait
     * @param mostOfAddress how many of one address may wait
     */
    public SlowQueue(Executor executor, int most, int mostOfAddress) {
        this.executor = executor;
        this.most = most;
        this.mostOfAddress = mostOfAddress;
    }

    /** @throws ChatException UNAVAILABLE when too many wait; also in the stage of a caller whose place was taken */
    public <T> CompletionStage<T> submit(String address, boolean isKnown, Supplier<T> work) {
        Waiting<T> next = new Waiting<>(address, work, new CompletableFuture<>());
        Waiting<?> displaced = enter(next, isKnown);
        if (displaced != null) {
            displaced.result().completeExceptionally(full());
        }
        try {
            executor.execute(this::takeOne);
        } catch (RejectedExecutionException e) {
            close();
        }
        return next.result();
    }

    /** Tells all waiting callers to come again. */
    public synchronized void close() {
        Stream.concat(known.stream(), others.stream())
                .forEach(one -> one.result().completeExceptionally(full()));
        known.clear();
        others.clear();
    }

    private synchronized Waiting<?> enter(Waiting<?> next, boolean isKnown) {
        long ofAddress = Stream.concat(known.stream(), others.stream())
                .filter(one -> one.address().equals(next.address()))
                .count();
        boolean isFull = known.size() + others.size() >= most;
        if (ofAddress >= mostOfAddress || isFull && (!isKnown || others.isEmpty())) {
            throw full();
        }
        Waiting<?> displaced = isFull ? others.pollLast() : null;
        (isKnown ? known : others).add(next);
        return displaced;
    }

    private void takeOne() {
        Waiting<?> next;
        synchronized (this) {
            next = known.isEmpty() ? others.poll() : known.poll();
        }
        if (next != null) {
            next.run();
        }
    }

    private static ChatException full() {
        return ChatException.unavailable(
                "Too many people sign in at this moment. Try again in " + RETRY_SECONDS + " seconds.", RETRY_SECONDS);
    }
}
