package org.parley.ejb.conversation;

import java.util.UUID;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.security.Caller;

/** A message or a note on its way into its log. */
final class Append extends Command<Entry> {
    private final Caller author;
    private final UUID conversation;
    private final EntryKind kind;
    private final String text;
    private final String clientId;

    /** @param clientId the author's own, never null */
    Append(Caller author, UUID conversation, EntryKind kind, String text, String clientId) {
        super(conversation.toString());
        this.author = author;
        this.conversation = conversation;
        this.kind = kind;
        this.text = text;
        this.clientId = clientId;
    }

    Caller author() {
        return author;
    }

    UUID conversation() {
        return conversation;
    }

    EntryKind kind() {
        return kind;
    }

    String text() {
        return text;
    }

    String clientId() {
        return clientId;
    }
}
