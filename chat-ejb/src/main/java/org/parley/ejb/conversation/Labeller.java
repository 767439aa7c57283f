package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Handling;
import org.parley.api.conversation.Labels;
import org.parley.api.conversation.Priority;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;

/** Gives conversations tags and a priority, and keeps in the internal log who did. */
@ApplicationScoped
public class Labeller {
    @Inject
    ConversationRows rows;

    @Inject
    LogWriter writer;

    Conversation label(Caller staff, UUID id, Labels wanted) {
        List<String> tags = wanted.tags() == null ? null : Tags.checked(wanted.tags());
        ConversationRow row = rows.lock(id);
        Conversation before = row.toConversation();
        requireMayLabel(staff, before);
        Map<String, String> changes = changes(before.handling(), tags, wanted.priority());
        if (!changes.isEmpty()) {
            row.label(tags, wanted.priority());
            Entry entry = writer.append(row, EntryKind.ROUTING, staff.participant(), null, null, changes);
            writer.announceChange(row.toConversation());
            writer.announce(row, entry);
        }
        return row.toConversation();
    }

    private void requireMayLabel(Caller staff, Conversation conversation) {
        if (!rows.maySee(staff, conversation)) {
            throw ChatException.notFound("conversation");
        }
        if (!staff.participant().is(conversation.owner()) && !staff.oversees()) {
            throw ChatException.forbidden("Accept the conversation first; then you can change its tags and priority.");
        }
    }

    private static Map<String, String> changes(Handling before, List<String> tags, Priority priority) {
        Map<String, String> changes = new LinkedHashMap<>();
        if (tags != null && !tags.equals(before.tags())) {
            changes.put("tags", String.join(" ", tags));
        }
        if (priority != null && priority != before.priority()) {
            changes.put("priority", priority.wire());
        }
        return changes;
    }
}
