package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Conversations;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code sync}: a part of a log. */
@ApplicationScoped
public class SyncHandler implements CommandHandler<ClientFrame.Sync> {
    @Inject
    Conversations conversations;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Sync sync) {
        return CompletableFuture.completedFuture(ServerFrame.page(
                sync.id(),
                conversations.entries(
                        connection.caller(), sync.conversation(), sync.log(), sync.after(), sync.limit())));
    }

    @Override
    public Class<ClientFrame.Sync> frame() {
        return ClientFrame.Sync.class;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
