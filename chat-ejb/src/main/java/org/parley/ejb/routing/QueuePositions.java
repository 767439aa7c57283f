package org.parley.ejb.routing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.parley.api.conversation.ConversationId;
import org.parley.api.department.DepartmentId;
import org.parley.api.routing.QueuePosition;
import org.parley.api.routing.Waiting;

/**
 * Computes what waiting visitors are told, in all departments: their place, the expected time, and only news. It
 * remembers only what it has told; the database knows who waits. Thread-safe.
 */
public final class QueuePositions {
    /** The least time between two news for one visitor. */
    public static final Duration QUIET = Duration.ofSeconds(1);

    private final Clock clock;
    private final Map<DepartmentId, Department> departments = new HashMap<>();

    public QueuePositions(Clock clock) {
        this.clock = clock;
    }

    /** @param entered the first position */
    private record ToldPosition(int entered, QueuePosition position, Instant at) {}

    private static final class Department {
        final RecentWaits waits;
        final Map<ConversationId, ToldPosition> told = new HashMap<>();

        Department(Clock clock) {
            waits = new RecentWaits(clock);
        }
    }

    /**
     * What to tell, and whether some news was held back.
     *
     * @param positions the news, in the order of serving
     * @param askAgain when to ask again, because news within {@link #QUIET} was held back; null when nothing was
     */
    public record News(List<QueuePosition> positions, Duration askAgain) {
        public News {
            positions = List.copyOf(positions);
        }
    }

    /**
     * Learns from the waiting time of a visitor who was served.
     *
     * @param accepting how many operators of the department accepted then
     */
    public synchronized void served(
            DepartmentId department, ConversationId conversation, Duration waited, int accepting) {
        Department known = department(department);
        ToldPosition told = known.told.remove(conversation);
        known.waits.served(waited, told == null ? 1 : told.entered(), Math.max(1, accepting));
    }

    /**
     * The positions of all.
     *
     * @param order that of the department's strategy
     * @param waiting all waiting conversations of the department, in any order
     * @param accepting how many operators of the department accept
     * @return one for each, in the order of serving
     */
    public synchronized List<QueuePosition> positions(
            DepartmentId department, Comparator<Waiting> order, Collection<Waiting> waiting, int accepting) {
        RecentWaits waits = department(department).waits;
        List<QueuePosition> positions = new ArrayList<>();
        for (Waiting one : waiting.stream().sorted(order).toList()) {
            int position = positions.size() + 1;
            positions.add(new QueuePosition(one.conversation(), position, waits.expected(position, accepting)));
        }
        return positions;
    }

    /**
     * The positions that changed since this method last told them; parameters as above. Nobody is told twice within
     * {@link #QUIET}. Conversations that no longer wait are forgotten.
     */
    public synchronized News news(
            DepartmentId department, Comparator<Waiting> order, Collection<Waiting> waiting, int accepting) {
        List<QueuePosition> positions = positions(department, order, waiting, accepting);
        Map<ConversationId, ToldPosition> told = department(department).told;
        told.keySet()
                .retainAll(positions.stream().map(QueuePosition::conversation).collect(Collectors.toSet()));
        Instant now = clock.instant();
        List<QueuePosition> news = new ArrayList<>();
        Duration askAgain = null;
        for (QueuePosition position : positions) {
            ToldPosition before = told.get(position.conversation());
            if (before != null && before.position().equals(position)) {
                continue;
            }
            Duration quiet = before == null
                    ? Duration.ZERO
                    : Duration.between(now, before.at().plus(QUIET));
            if (quiet.compareTo(Duration.ZERO) > 0) {
                askAgain = askAgain == null || quiet.compareTo(askAgain) < 0 ? quiet : askAgain;
            } else {
                int entered = before == null ? position.position() : before.entered();
                told.put(position.conversation(), new ToldPosition(entered, position, now));
                news.add(position);
            }
        }
        return new News(news, askAgain);
    }

    private Department department(DepartmentId id) {
        return departments.computeIfAbsent(id, key -> new Department(clock));
    }
}
