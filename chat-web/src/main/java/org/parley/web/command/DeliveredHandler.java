package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Journal;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;

/** {@code delivered}: the device has the log up to a number. */
@ApplicationScoped
public class DeliveredHandler implements CommandHandler<ClientFrame.Delivered> {
    @Inject
    Journal journal;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Delivered delivered) {
        return journal.delivered(connection.caller(), delivered.conversation(), delivered.seq())
                .thenApply(moved -> null);
    }

    @Override
    public Class<ClientFrame.Delivered> frame() {
        return ClientFrame.Delivered.class;
    }
}
