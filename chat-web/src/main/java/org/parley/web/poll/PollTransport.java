package org.parley.web.poll;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.parley.web.connection.Transport;
import org.parley.web.protocol.CloseCode;
import org.parley.web.protocol.ServerFrame;

/**
 * The transport of one poll session. A frame counts as sent once the window has taken it. When the window is full, the
 * next send stays in flight until the client confirms. So a client that does not read fills the queue above, as a slow
 * socket does.
 */
final class PollTransport implements Transport {
    private final Window window;
    private final Executor executor;
    private Runnable whenClosed = () -> {};
    private Consumer<Throwable> inFlight;
    private Poll waiting;
    private boolean answering;
    private long newest;
    private boolean closed;

    /** @param executor answers waiting polls, because writing to a slow network may take long */
    PollTransport(Window window, Executor executor) {
        this.window = window;
        this.executor = executor;
    }

    /** Each frame is counted, and confirmed, by itself. */
    @Override
    public boolean takesArrays() {
        return false;
    }

    @Override
    public void send(String frame, Consumer<Throwable> done) {
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
        }
        answerSoon();
        if (taken) {
            done.accept(null);
        }
    }

    /**
     * Takes in a poll: drops the frames that its client has, and goes on sending. An older waiting poll is answered at
     * once, with nothing, because an answer begins where its own poll's count ends.
     *
     * @return the poll's turn
     * @throws org.parley.api.error.ChatException INVALID when that count cannot be; nothing changes
     */
    long arrive(long received) {
        Poll older;
        Consumer<Throwable> done = null;
        long turn;
        synchronized (this) {
            window.confirm(received);
            if (window.hasRoom()) {
                done = inFlight;
                inFlight = null;
            }
            older = noLongerWaiting();
            turn = ++newest;
        }
        if (older != null) {
            older.answer(List.of());
        }
        if (done != null) {
            done.accept(null);
        }
        return turn;
    }

    /**
     * Answers as soon as there is a frame.
     *
     * @param turn from {@link #arrive}; when a newer poll has come meanwhile, this one is answered with nothing
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

    /** Answers the poll with nothing, if it still waits. */
    void timeUp(Poll poll) {
        List<String> frames = List.of();
        synchronized (this) {
            if (waiting == poll) {
                frames = giveWaiting();
            }
        }
        poll.answer(frames);
    }

    synchronized boolean isAwaited() {
        return waiting != null;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    /** Whether it is closed, and its client has got everything. */
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
        Runnable task;
        synchronized (this) {
            if (closed) {
                return;
            }
            if (code == CloseCode.SLOW_READER) {
                // Its queue is full and closed, and a poll has no close code: the window takes this one frame more.
                window.add(ServerFrame.bye(code));
            }
            closed = true;
            inFlight = null;
            task = whenClosed;
        }
        if (code == CloseCode.DRAINING) {
            answerWaiting(); // a server that stops may run nobody's tasks any more
        } else {
            answerSoon();
        }
        task.run();
    }

    /** Answers soon: frames that come until the executor runs go with the same answer. */
    private void answerSoon() {
        synchronized (this) {
            if (waiting == null || answering) {
                return;
            }
            answering = true;
        }
        try {
            executor.execute(this::answerWaiting);
        } catch (RejectedExecutionException shuttingDown) {
            answerWaiting();
        }
    }

    private void answerWaiting() {
        Poll poll;
        List<String> frames;
        synchronized (this) {
            answering = false;
            if (window.isEmpty() && !closed) {
                return; // a newer poll waits than the one that was to be answered
            }
            poll = waiting;
            frames = giveWaiting();
        }
        if (poll != null) {
            poll.answer(frames);
        }
    }

    private List<String> giveWaiting() {
        return noLongerWaiting() == null ? List.of() : window.give();
    }

    private Poll noLongerWaiting() {
        Poll poll = waiting;
        waiting = null;
        answering = false;
        return poll;
    }
}
