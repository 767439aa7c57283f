package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Journal;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;

/** {@code read}: the participant has seen the log up to a number. */
@ApplicationScoped
public class ReadHandler implements CommandHandler<ClientFrame.Read> {
    @Inject
    Journal journal;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Read read) {
        return journal.read(connection.caller(), read.conversation(), read.seq())
                .thenApply(moved -> null);
    }

    @Override
    public Class<ClientFrame.Read> frame() {
        return ClientFrame.Read.class;
    }
}
