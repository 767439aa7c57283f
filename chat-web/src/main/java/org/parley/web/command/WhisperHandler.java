package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Journal;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code whisper}: a line for the owner, from somebody who takes no part. */
@ApplicationScoped
public class WhisperHandler implements CommandHandler<ClientFrame.Whisper> {
    @Inject
    Journal journal;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Whisper whisper) {
        return journal.whisper(connection.caller(), whisper.conversation(), whisper.text(), whisper.id())
                .thenApply(entry -> ServerFrame.ack(whisper.id(), entry));
    }

    @Override
    public Class<ClientFrame.Whisper> frame() {
        return ClientFrame.Whisper.class;
    }
}
