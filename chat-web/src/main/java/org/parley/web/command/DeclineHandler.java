package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Journal;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code decline}: an offer that the operator lets pass. */
@ApplicationScoped
public class DeclineHandler implements CommandHandler<ClientFrame.Decline> {
    @Inject
    Journal journal;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Decline decline) {
        return journal.decline(connection.caller(), decline.conversation())
                .thenApply(conversation -> ServerFrame.ack(decline.id(), Map.of("conversation", conversation.id())));
    }

    @Override
    public Class<ClientFrame.Decline> frame() {
        return ClientFrame.Decline.class;
    }
}
