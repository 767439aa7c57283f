package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Conversations;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code accept}: of many operators who try, one owns the conversation. */
@ApplicationScoped
public class AcceptHandler implements CommandHandler<ClientFrame.Accept> {
    @Inject
    Conversations conversations;

    @Override
    public void handle(Connection connection, ClientFrame.Accept accept) {
        Conversation conversation = conversations.accept(connection.caller(), accept.conversation());
        connection.send(ServerFrame.ack(accept.id(), Map.of("conversation", conversation.id())));
    }

    @Override
    public Class<ClientFrame.Accept> frame() {
        return ClientFrame.Accept.class;
    }
}
