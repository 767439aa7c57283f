package org.parley.ejb.routing.queue;

import java.time.Instant;
import java.util.Optional;
import org.parley.api.conversation.ConversationId;
import org.parley.api.routing.QueuePosition;
import org.parley.api.routing.Waiting;
import org.parley.ejb.conversation.handover.Queued;

/** One waiting conversation in a queue, and what its visitor was told. For one thread, but for {@link #position}. */
public final class Place {
    /** @param entered the first position */
    record Told(int entered, QueuePosition position, Instant at) {}

    private Queued queued;
    private volatile Told told;

    Place(Queued queued) {
        this.queued = queued;
    }

    public ConversationId id() {
        return queued.conversation().id();
    }

    public Queued queued() {
        return queued;
    }

    public Waiting waiting() {
        return queued.waiting();
    }

    /** Whether nobody is asked to take it. */
    public boolean isFree() {
        return queued.conversation().handling().offer() == null;
    }

    /** Where it stood when its visitor was last told; on any thread. */
    public Optional<QueuePosition> position() {
        return Optional.ofNullable(told).map(Told::position);
    }

    /** Null before the first time. */
    Told told() {
        return told;
    }

    void tell(QueuePosition position, Instant now) {
        told = new Told(told == null ? position.position() : told.entered(), position, now);
    }

    void become(Queued newer) {
        queued = newer;
    }
}
