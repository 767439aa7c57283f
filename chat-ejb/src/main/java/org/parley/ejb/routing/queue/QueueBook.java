package org.parley.ejb.routing.queue;

import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.parley.api.conversation.ConversationId;
import org.parley.api.department.DepartmentId;
import org.parley.api.routing.QueuePosition;
import org.parley.api.routing.RoutingStrategy;
import org.parley.ejb.conversation.handover.QueueRows.Stamp;
import org.parley.ejb.conversation.handover.Queued;

/**
 * All queues, as memory has them. It is a copy of what the database was seen to say: what changes a conversation is read
 * there, never computed here. For one thread, but for {@link #position}.
 */
public final class QueueBook {
    private final Map<ConversationId, Place> places = new ConcurrentHashMap<>();
    private final Map<DepartmentId, WaitingQueue> queues = new LinkedHashMap<>();
    private final Agenda agenda = new Agenda();
    /** Departments in which more wait than are kept. */
    private final Set<DepartmentId> flooded = new HashSet<>();

    private final int most;
    private Function<DepartmentId, RoutingStrategy> strategies = id -> null;
    private Set<ConversationId> chosen = Set.of();

    /** @param most how many conversations of one department are kept; the others come after these */
    public QueueBook(int most) {
        this.most = most;
    }

    /** Puts all queues into the order of their strategies, now and from now on. */
    public void arrange(Function<DepartmentId, RoutingStrategy> newStrategies) {
        strategies = newStrategies;
        queues.values()
                .forEach(queue ->
                        queue.arrange(strategies.apply(queue.department()).order()));
    }

    /**
     * Takes what was read of these conversations.
     *
     * @param asked those that were read
     * @param found those of them that wait
     */
    public void take(Collection<ConversationId> asked, List<Queued> found) {
        Set<ConversationId> gone = new HashSet<>(asked);
        for (Queued queued : found) {
            gone.remove(queued.conversation().id());
            put(queued);
        }
        gone.forEach(this::remove);
        chosen = Set.of();
    }

    private void put(Queued queued) {
        ConversationId id = queued.conversation().id();
        DepartmentId department = queued.conversation().department();
        Place known = places.get(id);
        if (known != null && !known.queued().conversation().department().equals(department)) {
            remove(id);
            known = null;
        }
        WaitingQueue queue = queues.get(department);
        boolean full = queue != null && queue.size() >= most;
        if (known == null && (full || flooded.contains(department) && !chosen.contains(id))) {
            return; // a comparison chooses it after those who have waited longer
        }
        if (queue == null) {
            queue = queue(department);
            queues.put(department, queue);
        }
        queue.put(queued);
        places.put(id, queue.find(id));
        if (queue.size() >= most) {
            flooded.add(department);
        }
        agenda.note(queued);
    }

    private WaitingQueue queue(DepartmentId department) {
        WaitingQueue queue = new WaitingQueue(department);
        RoutingStrategy strategy = strategies.apply(department);
        if (strategy != null) {
            queue.arrange(strategy.order());
        }
        return queue;
    }

    private void remove(ConversationId id) {
        Place place = places.remove(id);
        agenda.forget(id);
        if (place != null) {
            DepartmentId department = place.queued().conversation().department();
            WaitingQueue queue = queues.get(department);
            queue.remove(place);
            if (queue.size() == 0) {
                queues.remove(department);
            }
        }
    }

    /**
     * Compares with the database.
     *
     * @param stamps the waiting conversations, as many of each department as are kept here
     * @return what has to be read
     */
    public Set<ConversationId> compare(List<Stamp> stamps) {
        Map<DepartmentId, Integer> counts = new LinkedHashMap<>();
        Set<ConversationId> there = new HashSet<>();
        Set<ConversationId> differing = new HashSet<>();
        for (Stamp stamp : stamps) {
            counts.merge(stamp.department(), 1, Integer::sum);
            there.add(stamp.conversation());
            if (differs(stamp, places.get(stamp.conversation()))) {
                differing.add(stamp.conversation());
            }
        }
        places.keySet().stream().filter(id -> !there.contains(id)).toList().forEach(this::remove);
        flooded.removeIf(department -> counts.getOrDefault(department, 0) < most);
        chosen = differing;
        return differing;
    }

    private static boolean differs(Stamp stamp, Place place) {
        return place == null
                || place.queued().conversation().version() != stamp.version()
                || place.waiting().vip() != stamp.vip();
    }

    /** Whether more wait somewhere than are kept, and there is room. */
    public boolean lacksSome() {
        return flooded.stream()
                .anyMatch(id -> !queues.containsKey(id) || queues.get(id).size() < most);
    }

    /** Wants a conversation to be read again then. */
    public void lookAgain(Instant at, ConversationId id) {
        agenda.lookAgain(at, id);
    }

    public boolean isDue(Instant now) {
        return agenda.isDue(now);
    }

    /** The waiting conversations that have to be read again now. */
    public Set<ConversationId> due(Instant now) {
        Set<ConversationId> due = agenda.due(now);
        due.retainAll(places.keySet());
        return due;
    }

    /** Null when it does not wait. */
    public Place find(ConversationId id) {
        return places.get(id);
    }

    /** Where a conversation stood when its visitor was last told; on any thread. */
    public Optional<QueuePosition> position(ConversationId id) {
        return Optional.ofNullable(places.get(id)).flatMap(Place::position);
    }

    /** The queues in which somebody waits. */
    public List<WaitingQueue> queues() {
        return List.copyOf(queues.values());
    }

    /** Conversations that somebody is asked to take. */
    public List<Queued> offered() {
        return List.copyOf(agenda.offered());
    }

    /** Transferred conversations that nobody took in time. */
    public List<ConversationId> toGiveBack(Instant now) {
        return agenda.toGiveBack(now);
    }
}
