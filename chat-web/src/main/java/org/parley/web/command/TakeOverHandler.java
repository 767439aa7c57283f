package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Journal;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code takeover}: a supervisor becomes the owner, whoever it was. */
@ApplicationScoped
public class TakeOverHandler implements CommandHandler<ClientFrame.TakeOver> {
    @Inject
    Journal journal;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.TakeOver takeOver) {
        return journal.takeOver(connection.caller(), takeOver.conversation())
                .thenApply(conversation -> ServerFrame.ack(takeOver.id(), Map.of("conversation", conversation.id())));
    }

    @Override
    public Class<ClientFrame.TakeOver> frame() {
        return ClientFrame.TakeOver.class;
    }
}
