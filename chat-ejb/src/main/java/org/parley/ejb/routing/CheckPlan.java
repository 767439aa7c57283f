package org.parley.ejb.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.parley.ejb.routing.queue.Deadlines;

/** When which check is due; at first all are. For one thread. */
final class CheckPlan {
    /**
     * What is compared with the database now and then, because an event may be lost and time passes without events. Each has
     * a pace of its own while nobody else writes, and one for when other nodes do.
     */
    enum Check {
        /** Which conversations wait. */
        QUEUE(30, 1),
        /** Who is on duty, and how departments are set up. */
        DUTY(30, 1),
        /** Which owners have gone. */
        OWNERS(5, 5),
        /** Which visitors are silent. */
        IDLE(5, 5),
        /** Whether there are other nodes; also the proof that the database answers. */
        NODES(3, 3);

        private final Duration alone;
        private final Duration withOthers;

        Check(int alone, int withOthers) {
            this.alone = Duration.ofSeconds(alone);
            this.withOthers = Duration.ofSeconds(withOthers);
        }

        Duration pace(boolean others) {
            return others ? withOthers : alone;
        }
    }

    private final Map<Check, Instant> done = new EnumMap<>(Check.class);
    private final Deadlines<Check> extra = new Deadlines<>();
    private boolean others;

    /** The checks of this turn; they count as done. */
    Set<Check> due(Instant now) {
        Set<Check> due = EnumSet.noneOf(Check.class);
        due.addAll(extra.due(now));
        for (Check check : Check.values()) {
            Instant last = done.get(check);
            if (last == null || !last.plus(check.pace(others)).isAfter(now)) {
                due.add(check);
            }
        }
        due.forEach(check -> done.put(check, now));
        return due;
    }

    /** These have failed, and are due again. */
    void failed(Collection<Check> checks) {
        done.keySet().removeAll(checks);
    }

    /** A check is due then, too. */
    void also(Check check, Instant at) {
        extra.add(at, check);
    }

    /** Whether other nodes write, whose events are not heard here. */
    void othersWrite(boolean write) {
        others = write;
    }
}
