package org.parley.ejb.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationCommand.Label;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Handling;
import org.parley.api.conversation.Priority;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.row.ConversationRow;
import org.parley.ejb.conversation.row.Tags;

/** Changes tags and priority of conversations, and records in the internal log who did. */
@ApplicationScoped
class Labelling implements Doer<Label, Conversation> {
    @Inject
    ConversationRows rows;

    @Inject
    LogWriter writer;

    @Override
    public Class<Label> command() {
        return Label.class;
    }

    @Override
    public String key(Caller staff, Label label) {
        return label.conversation().toString();
    }

    @Override
    public void check(Label label) {
        tags(label);
    }

    private static List<String> tags(Label label) {
        List<String> wanted = label.labels().tags();
        return wanted == null ? null : Tags.checked(wanted);
    }

    @Override
    public Conversation run(Caller staff, Label label) {
        List<String> tags = tags(label);
        Priority priority = label.labels().priority();
        ConversationRow row = rows.lock(label.conversation());
        Conversation before = row.toConversation();
        requireMayLabel(staff, before);
        Map<String, String> changes = changes(before.handling(), tags, priority);
        if (!changes.isEmpty()) {
            row.label(tags, priority);
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
