package org.parley.web.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.EntryPage;
import org.parley.web.connection.Connection;
import org.parley.web.connection.FrameHandler;
import org.parley.web.conversation.ConversationFrameTypes.Sync;
import org.parley.web.protocol.ServerFrame;

/** {@code sync}: a part of a log. */
@ApplicationScoped
public class SyncHandler implements FrameHandler<Sync> {
    @Inject
    Conversations conversations;

    @Inject
    @ConfigProperty(name = "parley.limits.sync")
    int mostBytes;

    @Override
    public CompletionStage<String> handle(Connection connection, Sync sync) {
        EntryPage page =
                conversations.entries(connection.caller(), sync.conversation(), sync.log(), sync.after(), sync.limit());
        return CompletableFuture.completedFuture(ServerFrame.page(sync.id(), page, mostBytes));
    }

    @Override
    public Class<Sync> frame() {
        return Sync.class;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
