package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Journal;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code close}: the end of a conversation. */
@ApplicationScoped
public class CloseHandler implements CommandHandler<ClientFrame.Close> {
    @Inject
    Journal journal;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Close close) {
        return journal.close(connection.caller(), close.conversation(), close.reason(), close.id())
                .thenApply(entry -> ServerFrame.ack(close.id(), entry));
    }

    @Override
    public Class<ClientFrame.Close> frame() {
        return ClientFrame.Close.class;
    }
}
