package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Journal;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code note}: a line for staff. */
@ApplicationScoped
public class NoteHandler implements CommandHandler<ClientFrame.Note> {
    @Inject
    Journal journal;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Note note) {
        return journal.note(connection.caller(), note.conversation(), note.text(), note.id())
                .thenApply(entry -> ServerFrame.ack(note.id(), entry));
    }

    @Override
    public Class<ClientFrame.Note> frame() {
        return ClientFrame.Note.class;
    }
}
