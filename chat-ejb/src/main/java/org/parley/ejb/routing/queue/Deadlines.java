package org.parley.ejb.routing.queue;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What has to be looked at again, and when. A deadline is a hint: one that does not hold any more costs a look. For one
 * thread.
 */
public final class Deadlines<T> {
    private record Deadline<T>(Instant at, T what) {}

    private final PriorityQueue<Deadline<T>> queue = new PriorityQueue<>(Comparator.comparing(Deadline::at));

    /** @param at null for never */
    public void add(Instant at, T what) {
        if (at != null) {
            queue.add(new Deadline<>(at, what));
        }
    }

    /** Whether something is due now. */
    public boolean isDue(Instant now) {
        return !queue.isEmpty() && !queue.peek().at().isAfter(now);
    }

    /** Removes what is due now, each once. */
    public Set<T> due(Instant now) {
        Set<T> due = new LinkedHashSet<>();
        while (isDue(now)) {
            due.add(queue.remove().what());
        }
        return due;
    }
}
