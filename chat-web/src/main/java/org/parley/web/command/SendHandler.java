package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Journal;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code send}: a message; acknowledged once it is committed. */
@ApplicationScoped
public class SendHandler implements CommandHandler<ClientFrame.Send> {
    @Inject
    Journal journal;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Send send) {
        return journal.send(connection.caller(), send.conversation(), send.text(), send.id())
                .thenApply(entry -> ServerFrame.ack(send.id(), entry));
    }

    @Override
    public Class<ClientFrame.Send> frame() {
        return ClientFrame.Send.class;
    }
}
