package org.parley.api.routing;

import java.util.List;
import org.parley.api.conversation.Conversation;

/** Some of those who wait stand at another place now, or will wait for another time. */
public record QueueMoved(List<Place> places) {
    public QueueMoved {
        places = List.copyOf(places);
    }

    /** Where one conversation stands. */
    public record Place(Conversation conversation, QueuePosition position) {}
}
