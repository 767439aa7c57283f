package org.parley.web.connection;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.parley.web.protocol.FrameArray;

/**
 * Frames on their way to one device: bounded, in order, one send in flight. Containers treat concurrent sends
 * differently (buffer without bound, throw, lose messages); here there are none.
 */
final class SendQueue {
    /** UTF-16 units of one message with several frames: at most 60,000 bytes of UTF-8. */
    private static final int MOST_TOGETHER = 20_000;

    private final int mostFrames;
    private final int mostChars;
    private final Transport transport;
    private final Consumer<Throwable> onFailure;
    private final Runnable onOverflow;
    private final Deque<String> waiting = new ArrayDeque<>(1);
    private long waitingChars;
    private boolean sending;
    private boolean closed;
    private boolean together;
    private int gathering;
    private final Deque<Runnable> whenRoom = new ArrayDeque<>(1);
    private Runnable whenEmpty;

    /**
     * @param onFailure told once when a send failed
     * @param onOverflow told once when a frame found the queue full; it is not sent
     */
    SendQueue(int mostFrames, int mostChars, Transport transport, Consumer<Throwable> onFailure, Runnable onOverflow) {
        this.mostFrames = mostFrames;
        this.mostChars = mostChars;
        this.transport = transport;
        this.onFailure = onFailure;
        this.onOverflow = onOverflow;
    }

    /** From now on what has gathered during a send leaves together, as one JSON array. */
    synchronized void sendTogether() {
        together = true;
    }

    void offer(String frame) {
        boolean overflow = false;
        synchronized (this) {
            if (closed) {
                return;
            }
            // One frame always fits, however long: the limits on incoming frames also bound outgoing ones.
            if (!waiting.isEmpty() && (waiting.size() >= mostFrames || waitingChars + frame.length() > mostChars)) {
                overflow = true;
                closed = true;
            } else {
                waiting.add(frame);
                waitingChars += frame.length();
                if (sending || gathering > 0 && hasRoom()) {
                    return;
                }
                sending = true;
            }
        }
        if (overflow) {
            onOverflow.run();
        } else {
            pump();
        }
    }

    /** Runs a task, and sends its frames when it has ended, or room gets scarce: they gather, as behind a send. */
    void gather(Runnable task) {
        synchronized (this) {
            gathering++;
        }
        try {
            task.run();
        } finally {
            if (hasToSend()) {
                pump();
            }
        }
    }

    private synchronized boolean hasToSend() {
        gathering--;
        boolean has = gathering == 0 && !sending && !waiting.isEmpty();
        sending |= has;
        return has;
    }

    /** Pings, unless something is on its way and the line is not quiet. The ping counts as the one send in flight. */
    void ping() {
        synchronized (this) {
            if (closed || sending) {
                return;
            }
            sending = true;
        }
        try {
            transport.ping();
        } catch (IOException e) {
            fail(e);
        }
        pump();
    }

    /** Whether nothing is on its way. */
    synchronized boolean isIdle() {
        return !sending && waiting.isEmpty();
    }

    /** Whether a burst may go on without cutting off a slow reader. */
    synchronized boolean hasRoom() {
        return waiting.size() <= mostFrames / 2 && waitingChars <= mostChars / 2;
    }

    /** Runs the task once there is room; at once if there is. */
    void whenRoom(Runnable task) {
        synchronized (this) {
            if (!hasRoom() && !closed) {
                whenRoom.add(task);
                return;
            }
        }
        task.run();
    }

    /** Runs one step after the other as there is room, so that a burst of any size waits for its reader. */
    void inRoom(Iterator<Runnable> steps, Runnable afterwards) {
        while (steps.hasNext()) {
            if (!hasRoom()) {
                whenRoom(() -> inRoom(steps, afterwards));
                return;
            }
            steps.next().run();
        }
        afterwards.run();
    }

    /** Sends the waiting frames and one last frame, then runs the task; further frames are dropped. */
    void finish(String last, Runnable afterwards) {
        offer(last);
        synchronized (this) {
            closed = true;
            if (!isIdle()) {
                whenEmpty = afterwards;
                return;
            }
        }
        afterwards.run();
    }

    /** Stops sending; waiting frames are dropped. */
    synchronized void close() {
        closed = true;
        waiting.clear();
        waitingChars = 0;
        whenRoom.clear();
    }

    // A loop, because a container may complete a send within the call: recursion would overflow the stack.
    private void pump() {
        for (String frame = next(); frame != null; frame = next()) {
            AtomicBoolean handOver = new AtomicBoolean();
            try {
                transport.send(frame, failure -> {
                    if (failure != null) {
                        fail(failure);
                    } else if (handOver.getAndSet(true)) {
                        pump();
                    }
                });
            } catch (RuntimeException e) {
                // The sender has other devices to serve, and nothing to do with this failure.
                fail(e);
                return;
            }
            if (!handOver.getAndSet(true)) {
                return; // in flight: its completion goes on
            }
        }
    }

    private String next() {
        List<Runnable> tasks = new ArrayList<>();
        String frame;
        synchronized (this) {
            frame = waiting.poll();
            if (frame == null) {
                sending = false;
                if (whenEmpty != null) {
                    tasks.add(whenEmpty);
                    whenEmpty = null;
                }
            } else {
                waitingChars -= frame.length();
                frame = together ? withFollowers(frame) : frame;
            }
            if (hasRoom()) {
                tasks.addAll(whenRoom);
                whenRoom.clear();
            }
        }
        tasks.forEach(Runnable::run);
        return frame;
    }

    private String withFollowers(String first) {
        List<String> message = null;
        int chars = first.length();
        for (String next = waiting.peek();
                next != null && chars + next.length() <= MOST_TOGETHER;
                next = waiting.peek()) {
            message = message == null ? new ArrayList<>(List.of(first)) : message;
            message.add(waiting.remove());
            chars += next.length();
            waitingChars -= next.length();
        }
        return message == null ? first : FrameArray.write(message);
    }

    private void fail(Throwable failure) {
        boolean first;
        synchronized (this) {
            first = !closed;
            close();
        }
        if (first) {
            onFailure.accept(failure);
        }
    }
}
