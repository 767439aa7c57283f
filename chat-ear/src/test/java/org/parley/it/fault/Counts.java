package org.parley.it.fault;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.it.fault.Event.Acked;
import org.parley.it.fault.Event.Attempted;
import org.parley.it.fault.Event.Delivered;
import org.parley.it.fault.Event.Greeted;

/** The figures of a history. */
record Counts(
        int sends,
        int repeats,
        int acks,
        int deliveries,
        int connections,
        int entries,
        int conversations,
        long longestWait) {

    private static final Set<String> WRITING = Set.of("send", "note", "close", "start");

    /** {@code longestWait} is the longest time without any ack of a message, in milliseconds. */
    static Counts of(History history, List<Stored> stored) {
        Set<String> ids = new HashSet<>();
        int attempts = 0;
        long longest = 0;
        long latest = 0;
        for (History.Moment moment : history.moments()) {
            if (moment.event() instanceof Attempted attempt && WRITING.contains(attempt.type())) {
                attempts++;
                ids.add(attempt.line().person() + attempt.id());
            } else if (moment.event() instanceof Acked ack && ack.seq() > 0) {
                longest = Math.max(longest, latest == 0 ? 0 : moment.at() - latest);
                latest = moment.at();
            }
        }
        return new Counts(
                ids.size(),
                attempts - ids.size(),
                (int) history.all(Acked.class).stream()
                        .filter(ack -> ack.seq() > 0)
                        .count(),
                history.all(Delivered.class).size(),
                history.all(Greeted.class).size(),
                (int) stored.stream().flatMap(Stored::entries).count(),
                stored.size(),
                longest);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d commands that write, %d repeats of them, %d acks, %d entries in %d conversations, %d deliveries,"
                        + " %d connections, %.1f s at most without an ack",
                sends,
                repeats,
                acks,
                entries,
                conversations,
                deliveries,
                connections,
                longestWait / 1000.0);
    }
}
