package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.Entry;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code send}: a message; acknowledged once it is committed. */
@ApplicationScoped
public class SendHandler implements CommandHandler<ClientFrame.Send> {
    @Inject
    Conversations conversations;

    @Override
    public void handle(Connection connection, ClientFrame.Send send) {
        Entry entry = conversations.send(connection.caller(), send.conversation(), send.text(), send.id());
        connection.send(ServerFrame.ack(send.id(), entry));
    }

    @Override
    public Class<ClientFrame.Send> frame() {
        return ClientFrame.Send.class;
    }
}
