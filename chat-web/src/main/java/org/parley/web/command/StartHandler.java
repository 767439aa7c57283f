package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.Started;
import org.parley.web.connection.Connection;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code start}: the one open conversation of a visitor with a department. */
@ApplicationScoped
public class StartHandler implements CommandHandler<ClientFrame.Start> {
    @Inject
    Conversations conversations;

    @Override
    public void handle(Connection connection, ClientFrame.Start start) {
        Started started = conversations.start(connection.caller(), start.request());
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("conversation", started.conversation().id());
        facts.put("created", started.created());
        if (started.seq() > 0) {
            facts.put("seq", started.seq());
        }
        connection.send(ServerFrame.ack(start.id(), facts));
    }

    @Override
    public Class<ClientFrame.Start> frame() {
        return ClientFrame.Start.class;
    }
}
