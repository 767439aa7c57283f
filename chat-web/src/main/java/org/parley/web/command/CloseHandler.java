package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.Entry;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code close}: the end of a conversation. */
@ApplicationScoped
public class CloseHandler implements CommandHandler<ClientFrame.Close> {
    @Inject
    Conversations conversations;

    @Override
    public void handle(Connection connection, ClientFrame.Close close) {
        Entry entry = conversations.close(connection.caller(), close.conversation(), close.reason(), close.id());
        connection.send(ServerFrame.ack(close.id(), entry));
    }

    @Override
    public Class<ClientFrame.Close> frame() {
        return ClientFrame.Close.class;
    }
}
