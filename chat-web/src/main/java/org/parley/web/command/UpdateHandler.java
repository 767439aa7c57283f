package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Conversations;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code update}: tags and priority. */
@ApplicationScoped
public class UpdateHandler implements CommandHandler<ClientFrame.Update> {
    @Inject
    Conversations conversations;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Update update) {
        Conversation updated = conversations.label(connection.caller(), update.conversation(), update.labels());
        return CompletableFuture.completedFuture(ServerFrame.ack(update.id(), Map.of("conversation", updated.id())));
    }

    @Override
    public Class<ClientFrame.Update> frame() {
        return ClientFrame.Update.class;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
