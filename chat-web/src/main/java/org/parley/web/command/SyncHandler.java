package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.EntryPage;
import org.parley.web.connection.Connection;
import org.parley.web.gateway.FrameHandler;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code sync}: a part of a log. */
@ApplicationScoped
public class SyncHandler implements FrameHandler<ClientFrame.Sync> {
    @Inject
    Conversations conversations;

    @Inject
    @ConfigProperty(name = "parley.limits.sync")
    int mostBytes;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Sync sync) {
        EntryPage page =
                conversations.entries(connection.caller(), sync.conversation(), sync.log(), sync.after(), sync.limit());
        return CompletableFuture.completedFuture(ServerFrame.page(sync.id(), page, mostBytes));
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
