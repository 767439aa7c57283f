package org.parley.ejb.event;

import java.util.List;
import org.parley.api.event.CommittedEvent;

/**
 * What a transaction has to tell once it has committed, in order. One announcement for all of it: each costs a
 * synchronization of the transaction.
 */
public record Announcement(List<? extends CommittedEvent> events) {
    public Announcement {
        events = List.copyOf(events);
    }
}
