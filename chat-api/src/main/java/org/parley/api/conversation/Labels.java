package org.parley.api.conversation;

import java.util.List;

/**
 * Staff's labels of a conversation, to find it and to serve it in the right order.
 *
 * @param tags null to leave them as they are; else all of them, in order
 * @param priority null to leave it as it is
 */
public record Labels(List<String> tags, Priority priority) {
    public Labels {
        tags = tags == null ? null : List.copyOf(tags);
    }
}
