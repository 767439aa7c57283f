package org.parley.web.connection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import org.parley.web.connection.Connection.QueueLimits;

/**
 * The frames of one device, handled one after the other on the thread that brings them. A frame that has to wait for
 * the database goes on elsewhere. The frames behind it wait here, so that no thread of the container waits with them.
 */
public final class Inbox {
    private final QueueLimits limits;
    private final Deque<String> waiting = new ArrayDeque<>(1);
    private long waitingChars;
    private boolean busy;

    Inbox(QueueLimits limits) {
        this.limits = limits;
    }

    /**
     * @param handling handles one frame; its stage completes when the next one may be handled
     * @return false when too many frames wait; the frame is not handled then
     */
    public boolean take(String frame, Function<String, CompletionStage<Void>> handling) {
        synchronized (this) {
            if (busy) {
                return keep(frame);
            }
            busy = true;
        }
        work(frame, handling);
        return true;
    }

    private boolean keep(String frame) {
        boolean fits = waiting.size() < limits.frames() && waitingChars + frame.length() <= limits.chars();
        if (fits) {
            waiting.add(frame);
            waitingChars += frame.length();
        }
        return fits;
    }

    private void work(String first, Function<String, CompletionStage<Void>> handling) {
        for (String frame = first; frame != null; frame = next()) {
            CompletableFuture<Void> handled = handling.apply(frame).toCompletableFuture();
            if (!handled.isDone()) {
                handled.whenComplete((done, failure) -> work(next(), handling));
                return;
            }
        }
    }

    private synchronized String next() {
        String frame = waiting.poll();
        if (frame == null) {
            busy = false;
        } else {
            waitingChars -= frame.length();
        }
        return frame;
    }
}
