package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Journal;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code transfer}: a conversation goes to somebody else. */
@ApplicationScoped
public class TransferHandler implements CommandHandler<ClientFrame.TransferTo> {
    @Inject
    Journal journal;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.TransferTo transfer) {
        return journal.transfer(connection.caller(), transfer.conversation(), transfer.to(), transfer.id())
                .thenApply(entry -> ServerFrame.ack(transfer.id(), entry));
    }

    @Override
    public Class<ClientFrame.TransferTo> frame() {
        return ClientFrame.TransferTo.class;
    }
}
