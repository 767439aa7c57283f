package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.Entry;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code note}: a line for staff. */
@ApplicationScoped
public class NoteHandler implements CommandHandler<ClientFrame.Note> {
    @Inject
    Conversations conversations;

    @Override
    public void handle(Connection connection, ClientFrame.Note note) {
        Entry entry = conversations.note(connection.caller(), note.conversation(), note.text(), note.id());
        connection.send(ServerFrame.ack(note.id(), entry));
    }

    @Override
    public Class<ClientFrame.Note> frame() {
        return ClientFrame.Note.class;
    }
}
