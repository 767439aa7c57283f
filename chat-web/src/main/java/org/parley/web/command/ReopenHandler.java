package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Conversations;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code reopen}: a closed conversation is continued. */
@ApplicationScoped
public class ReopenHandler implements CommandHandler<ClientFrame.Reopen> {
    @Inject
    Conversations conversations;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Reopen reopen) {
        return CompletableFuture.completedFuture(ServerFrame.ack(
                reopen.id(), conversations.reopen(connection.caller(), reopen.conversation(), reopen.id())));
    }

    @Override
    public Class<ClientFrame.Reopen> frame() {
        return ClientFrame.Reopen.class;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
