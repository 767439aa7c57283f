package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Merging;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code merge}: a conversation goes on in another one. */
@ApplicationScoped
public class MergeHandler implements CommandHandler<ClientFrame.Merge> {
    @Inject
    Merging merging;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Merge merge) {
        return CompletableFuture.completedFuture(ServerFrame.ack(
                merge.id(), merging.merge(connection.caller(), merge.conversation(), merge.into(), merge.id())));
    }

    @Override
    public Class<ClientFrame.Merge> frame() {
        return ClientFrame.Merge.class;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
