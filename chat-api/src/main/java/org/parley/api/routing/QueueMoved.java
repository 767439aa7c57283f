package org.parley.api.routing;

import java.util.List;
import org.parley.api.conversation.Conversation;

/** The place or expected time of some waiting conversations changed. */
public record QueueMoved(List<Place> places) {
    public QueueMoved {
        places = List.copyOf(places);
    }

    /** The place of one conversation. */
    public record Place(Conversation conversation, QueuePosition position) {}
}
