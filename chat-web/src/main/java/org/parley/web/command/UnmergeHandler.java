package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Merging;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code unmerge}: a conversation stands for itself again. */
@ApplicationScoped
public class UnmergeHandler implements CommandHandler<ClientFrame.Unmerge> {
    @Inject
    Merging merging;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Unmerge unmerge) {
        return CompletableFuture.completedFuture(ServerFrame.ack(
                unmerge.id(), merging.unmerge(connection.caller(), unmerge.conversation(), unmerge.id())));
    }

    @Override
    public Class<ClientFrame.Unmerge> frame() {
        return ClientFrame.Unmerge.class;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
