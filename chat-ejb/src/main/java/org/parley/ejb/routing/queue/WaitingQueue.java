package org.parley.ejb.routing.queue;

import static java.lang.System.Logger.Level.WARNING;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.api.conversation.ConversationId;
import org.parley.api.department.DepartmentId;
import org.parley.api.routing.RoutingStrategy;
import org.parley.api.routing.Waiting;
import org.parley.ejb.conversation.handover.Queued;

/**
 * The waiting conversations of one department as memory has them, always in the order of serving. It knows which of
 * them are new to routing, and from where on places have moved since they were told. For one thread.
 */
public final class WaitingQueue {
    private static final System.Logger LOG = System.getLogger(WaitingQueue.class.getName());
    private static final int NOWHERE = Integer.MAX_VALUE;

    private final DepartmentId department;
    private final Map<ConversationId, Place> places = new HashMap<>();
    private final List<Place> inOrder = new ArrayList<>();
    private final Set<Place> unseen = new LinkedHashSet<>();
    private final Set<Place> untold = new LinkedHashSet<>();
    private Comparator<Waiting> order = RoutingStrategy.BY_URGENCY;
    private int movedFrom = NOWHERE;
    private Object seenUnder;

    WaitingQueue(DepartmentId department) {
        this.department = department;
    }

    public DepartmentId department() {
        return department;
    }

    /** Puts the conversations into another order. */
    void arrange(Comparator<Waiting> newOrder) {
        order = newOrder;
        orSafely(() -> inOrder.sort(this::compare));
        movedFrom = 0;
        seenUnder = null;
    }

    /** Adds a conversation, or takes its newer state. */
    void put(Queued queued) {
        Place place = places.get(queued.conversation().id());
        if (place == null) {
            place = new Place(queued);
            places.put(place.id(), place);
            untold.add(place);
            insert(place);
        } else if (place.waiting().equals(queued.waiting())) {
            place.become(queued);
        } else {
            takeOut(place);
            place.become(queued);
            insert(place);
        }
        unseen.add(place);
    }

    private void insert(Place place) {
        orSafely(() -> {
            // Equal only for the same conversation, unless the order is none.
            int found = Collections.binarySearch(inOrder, place, this::compare);
            int at = found < 0 ? -1 - found : found;
            inOrder.add(at, place);
            // A newcomer is told anyway; only those behind have moved.
            movedFrom(untold.contains(place) ? at + 1 : at);
        });
    }

    void remove(Place place) {
        places.remove(place.id());
        unseen.remove(place);
        untold.remove(place);
        takeOut(place);
    }

    private void takeOut(Place place) {
        int at = indexOf(place);
        if (at >= 0) {
            inOrder.remove(at);
            movedFrom(at);
        }
    }

    private void movedFrom(int index) {
        if (index < inOrder.size()) {
            movedFrom = Math.min(movedFrom, index);
        }
    }

    /** The index in the order of serving; negative when it does not wait here. */
    int indexOf(Place place) {
        int[] found = {-1};
        orSafely(() -> found[0] = Collections.binarySearch(inOrder, place, this::compare));
        // An order that is none may hide what is there.
        return found[0] >= 0 && inOrder.get(found[0]) == place ? found[0] : inOrder.indexOf(place);
    }

    private int compare(Place one, Place other) {
        return order.compare(one.waiting(), other.waiting());
    }

    /** A company's own order may fail; then urgency and time decide. */
    private void orSafely(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.log(WARNING, "The order of the queue " + department + " fails; urgency and time decide", e);
            order = RoutingStrategy.BY_URGENCY;
            inOrder.sort(this::compare);
            movedFrom = 0;
            step.run();
        }
    }

    public int size() {
        return places.size();
    }

    /** The conversation, or null when it does not wait here. */
    public Place find(ConversationId id) {
        return places.get(id);
    }

    /** All, in the order of serving. */
    public List<Place> inOrder() {
        return Collections.unmodifiableList(inOrder);
    }

    /**
     * What routing has to look at: under the same circumstances as the last time only what has come or changed since,
     * else all. A strategy gives the same answer to the same question, so nobody else needs it anew.
     *
     * @return in the order of serving
     */
    public List<Place> toLookAt(Object circumstances) {
        if (!circumstances.equals(seenUnder)) {
            return inOrder();
        }
        return unseen.stream().sorted(Comparator.comparingInt(this::indexOf)).toList();
    }

    /** Notes that all of them were looked at and nobody could be served; null when somebody was. */
    public void sawAllUnder(Object circumstances) {
        seenUnder = circumstances;
        unseen.clear();
    }

    /** From which index on visitors have to be told their place; beyond the end for none. */
    int movedFrom() {
        return movedFrom;
    }

    /** Those from this index on have still to be told. */
    void toldUpTo(int index) {
        movedFrom = index < inOrder.size() ? index : NOWHERE;
    }

    /** The waiting time of everybody is news. */
    void allMoved() {
        movedFrom = 0;
    }

    /** Those whose visitors were never told, each returned once. */
    List<Place> newcomers() {
        List<Place> newcomers = List.copyOf(untold);
        untold.clear();
        return newcomers;
    }
}
