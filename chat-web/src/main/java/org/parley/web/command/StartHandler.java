package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.parley.api.command.Commands;
import org.parley.api.conversation.Started;
import org.parley.web.connection.Connection;
import org.parley.web.gateway.FrameHandler;
import org.parley.web.limit.ClientAddress;
import org.parley.web.limit.StartLimiter;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.ServerFrame;

/** {@code start}: the one open conversation of a visitor with a department. */
@ApplicationScoped
public class StartHandler implements FrameHandler<ClientFrame.Start> {
    @Inject
    Commands commands;

    @Inject
    StartLimiter limiter;

    @Override
    public CompletionStage<String> handle(Connection connection, ClientFrame.Start start) {
        String network = ClientAddress.network(connection.agent().address());
        limiter.count(network);
        return commands.submit(connection.caller(), start.command())
                .whenComplete((started, failure) -> {
                    if (failure != null || !started.created()) {
                        limiter.giveBack(network);
                    }
                })
                .thenApply(started -> answer(start.id(), started));
    }

    private static String answer(String re, Started started) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("conversation", started.conversation().id());
        facts.put("created", started.created());
        if (started.seq() > 0) {
            facts.put("seq", started.seq());
        }
        return ServerFrame.ack(re, facts);
    }

    @Override
    public Class<ClientFrame.Start> frame() {
        return ClientFrame.Start.class;
    }
}
