package org.parley.web.poll;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.parley.web.connection.Wire;
import org.parley.web.protocol.CloseCode;

/**
 * The transport of one poll session. A frame counts as sent once the window has taken it; when the window is full, the
 * next send stays in flight until the client confirms, so that whoever does not read fills the queue above, as a slow
 * socket does.
 */
final class PollWire implements Wire {
    private final Window window;
    private final Executor executor;
    private Runnable whenClosed = () -> {};
    private Consumer<Throwable> inFlight;
    private Poll waiting;
    private long newest;
    private boolean closed;

    /** @param executor answers waiting polls: to write to a slow network may take long */
    PollWire(Window window, Executor executor) {
        this.window = window;
        this.executor = executor;
    }

    @Override
    public void send(String frame, Consumer<Throwable> done) {
        Poll ready;
        boolean taken;
        synchronized (this) {
            if (closed) {
                done.accept(new IOException("The poll session has ended"));
                return;
            }
            window.add(frame);
            taken = window.hasRoom();
            if (!taken) {
                inFlight = done;
            }
            ready = noLongerWaiting();
        }
        if (ready != null) {
            // Whatever comes until it runs goes with the same answer.
            execute(() -> ready.answer(give()));
        }
        if (taken) {
            done.accept(null);
        }
    }

    /** A poll has come: the one that waits is answered at once, with nothing. */
    long arrive() {
        Poll older;
        long turn;
        synchronized (this) {
            older = noLongerWaiting();
            turn = ++newest;
        }
        if (older != null) {
            older.answer(List.of());
        }
        return turn;
    }

    /**
     * Lets go of the frames that the client has, and goes on sending.
     *
     * @throws org.parley.api.error.ChatException INVALID when that number cannot be
     */
    void confirm(long received) {
        Consumer<Throwable> done = null;
        synchronized (this) {
            window.confirm(received);
            if (window.hasRoom()) {
                done = inFlight;
                inFlight = null;
            }
        }
        if (done != null) {
            done.accept(null);
        }
    }

    /**
     * Answers as soon as there is a frame.
     *
     * @param turn what {@link #arrive()} gave; when a newer poll has come meanwhile, this one does not wait
     * @param patient whether it waits at all
     */
    void await(Poll poll, long turn, boolean patient) {
        List<String> frames;
        synchronized (this) {
            if (turn == newest && patient && window.isEmpty() && !closed) {
                waiting = poll;
                return;
            }
            frames = turn == newest ? window.give() : List.of();
        }
        poll.answer(frames);
    }

    /** The poll has waited long enough. */
    void timeUp(Poll poll) {
        synchronized (this) {
            if (waiting == poll) {
                waiting = null;
            }
        }
        poll.answer(give());
    }

    synchronized boolean isAwaited() {
        return waiting != null;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Whether it is closed, and its client has been told all. */
    synchronized boolean isOver() {
        return closed && window.isGiven();
    }

    /** Runs the task when this closes; at once if it has. */
    void whenClosed(Runnable task) {
        synchronized (this) {
            if (!closed) {
                whenClosed = task;
                return;
            }
        }
        task.run();
    }

    @Override
    public void close(CloseCode code) {
        Poll last;
        Runnable task;
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            inFlight = null;
            last = noLongerWaiting();
            task = whenClosed;
        }
        if (last != null) {
            execute(() -> last.answer(give()));
        }
        task.run();
    }

    private Poll noLongerWaiting() {
        Poll poll = waiting;
        waiting = null;
        return poll;
    }

    private synchronized List<String> give() {
        return window.give();
    }

    private void execute(Runnable answer) {
        try {
            executor.execute(answer);
        } catch (RejectedExecutionException shuttingDown) {
            answer.run();
        }
    }
}
