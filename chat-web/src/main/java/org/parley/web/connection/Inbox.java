package org.parley.web.connection;

import java.util.ArrayDeque;
import java.util.Deque;
import org.parley.web.connection.Connection.QueueLimits;

/**
 * What one device sends, handled one frame after the other on the thread that brings it. A frame that has to wait for the
 * database goes on elsewhere; those behind it stay here meanwhile, so that no thread of the container waits with them.
 */
public final class Inbox {
    /** Handles one frame. */
    public interface Handling {
        /**
         * @param afterwards to be run once when the frame is done elsewhere, and not otherwise
         * @return whether it is done already
         */
        boolean handle(String frame, Runnable afterwards);
    }

    private final QueueLimits limits;
    private final Deque<String> waiting = new ArrayDeque<>(1);
    private long waitingChars;
    private boolean busy;

    Inbox(QueueLimits limits) {
        this.limits = limits;
    }

    /** @return false when too much waits; the frame is not handled then */
    public boolean take(String frame, Handling handling) {
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

    private void work(String first, Handling handling) {
        String frame = first;
        while (frame != null && handling.handle(frame, () -> goOn(handling))) {
            frame = next();
        }
    }

    private void goOn(Handling handling) {
        work(next(), handling);
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
