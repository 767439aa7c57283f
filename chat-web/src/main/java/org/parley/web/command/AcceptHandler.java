package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Journal;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code accept}: of many operators who try, one owns the conversation. */
@ApplicationScoped
public class AcceptHandler implements CommandHandler<ClientFrame.Accept> {
    @Inject
    Journal journal;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Accept accept) {
        return journal.accept(connection.caller(), accept.conversation())
                .thenApply(conversation -> ServerFrame.ack(accept.id(), Map.of("conversation", conversation.id())));
    }

    @Override
    public Class<ClientFrame.Accept> frame() {
        return ClientFrame.Accept.class;
    }
}
