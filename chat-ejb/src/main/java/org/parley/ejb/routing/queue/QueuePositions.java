package org.parley.ejb.routing.queue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.parley.api.department.DepartmentId;
import org.parley.api.routing.QueuePosition;

/**
 * Computes what waiting visitors are told: their place, the expected time, and only news. A visitor who has just come is
 * told at once; what moves the others is looked through at most every {@link #QUIET}, and nothing while nothing moves.
 * For one thread.
 */
public final class QueuePositions {
    /** The least time between two news for one visitor. */
    public static final Duration QUIET = Duration.ofSeconds(2);

    private final Clock clock;
    private final Map<DepartmentId, Department> departments = new HashMap<>();

    public QueuePositions(Clock clock) {
        this.clock = clock;
    }

    private static final class Department {
        final RecentWaits waits;
        RecentWaits.Pace pace;
        Instant movedAt = Instant.MIN;

        Department(Clock clock) {
            waits = new RecentWaits(clock);
        }
    }

    /** A place that is news for its visitor. */
    public record Moved(Place place, QueuePosition position) {}

    /**
     * What to tell, and whether some news was held back.
     *
     * @param moved the news
     * @param askAgain when to ask again, because news within {@link #QUIET} was held back; null when nothing was
     */
    public record News(List<Moved> moved, Instant askAgain) {
        public News {
            moved = List.copyOf(moved);
        }
    }

    /**
     * Learns from the waiting time of a visitor who was served.
     *
     * @param place theirs until then
     * @param accepting how many operators of the department accepted then
     */
    public void served(DepartmentId department, Place place, Duration waited, int accepting) {
        int entered = place.told() == null ? 1 : place.told().entered();
        department(department).waits.served(waited, entered, Math.max(1, accepting));
    }

    /**
     * The places that changed since this method last told them.
     *
     * @param accepting how many operators of the department accept
     */
    public News news(WaitingQueue queue, int accepting) {
        Department known = department(queue.department());
        RecentWaits.Pace pace = known.waits.pace(accepting);
        if (!pace.equals(known.pace)) {
            known.pace = pace;
            queue.allMoved();
        }
        Instant now = clock.instant();
        List<Moved> moved = new ArrayList<>();
        for (Place newcomer : queue.newcomers()) {
            tell(newcomer, queue.indexOf(newcomer), pace, now, moved);
        }
        return new News(moved, move(queue, known, now, moved));
    }

    private Instant move(WaitingQueue queue, Department known, Instant now, List<Moved> moved) {
        List<Place> places = queue.inOrder();
        if (queue.movedFrom() >= places.size()) {
            return null;
        }
        Instant quietUntil = known.movedAt.equals(Instant.MIN) ? now : known.movedAt.plus(QUIET);
        if (quietUntil.isAfter(now)) {
            return quietUntil;
        }
        known.movedAt = now;
        int heldFrom = places.size();
        for (int i = queue.movedFrom(); i < places.size(); i++) {
            if (!tell(places.get(i), i, known.pace, now, moved)) {
                heldFrom = Math.min(heldFrom, i);
            }
        }
        queue.toldUpTo(heldFrom);
        return heldFrom < places.size() ? now.plus(QUIET) : null;
    }

    /** @return false when it is news, and too early for it */
    private static boolean tell(Place place, int index, RecentWaits.Pace pace, Instant now, List<Moved> moved) {
        Place.Told told = place.told();
        Duration expected = pace.expected(index + 1);
        if (told != null
                && told.position().position() == index + 1
                && Objects.equals(told.position().expected(), expected)) {
            return true;
        }
        if (told != null && told.at().plus(QUIET).isAfter(now)) {
            return false;
        }
        QueuePosition position = new QueuePosition(place.id(), index + 1, expected);
        place.tell(position, now);
        moved.add(new Moved(place, position));
        return true;
    }

    private Department department(DepartmentId id) {
        return departments.computeIfAbsent(id, key -> new Department(clock));
    }
}
