package org.parley.ejb.event;

import java.util.List;
import org.parley.api.event.CommittedEvent;

/**
 * The events of a transaction, in order, for after its commit. One announcement holds all of them, because each one
 * costs a synchronization of the transaction.
 */
public record Announcement(List<? extends CommittedEvent> events) {
    public Announcement {
        events = List.copyOf(events);
    }
}
