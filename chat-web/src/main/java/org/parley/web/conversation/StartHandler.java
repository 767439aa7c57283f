package org.parley.web.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.parley.api.command.Commands;
import org.parley.api.command.Mandate;
import org.parley.api.conversation.Started;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.web.connection.Connection;
import org.parley.web.connection.FrameHandler;
import org.parley.web.conversation.ConversationFrameTypes.Start;
import org.parley.web.limit.ClientAddress;
import org.parley.web.limit.StartLimiter;
import org.parley.web.protocol.ServerFrame;

/** {@code start}: the one open conversation of a visitor with a department. */
@ApplicationScoped
public class StartHandler implements FrameHandler<Start> {
    @Inject
    Commands commands;

    @Inject
    StartLimiter limiter;

    @Override
    public CompletionStage<String> handle(Connection connection, Start start) {
        Mandate mandate = connection.mandate(commands::mandate);
        Runnable giveBack;
        try {
            giveBack = limiter.count(
                    connection.caller().id(),
                    ClientAddress.network(connection.agent().address()));
        } catch (ChatException tooMany) {
            return repeat(mandate, start, tooMany);
        }
        return mandate.submit(start.command())
                .whenComplete((started, failure) -> {
                    if (failure != null || !started.created()) {
                        giveBack.run();
                    }
                })
                .thenApply(started -> answer(start.id(), started));
    }

    /**
     * A visitor with an open conversation still gets its answer, because the answer to an earlier start may have been
     * lost.
     */
    private CompletionStage<String> repeat(Mandate mandate, Start start, ChatException tooMany) {
        return mandate.submit(start.command().withoutOpening()).handle((started, failure) -> {
            if (failure == null) {
                return answer(start.id(), started);
            }
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            boolean wouldOpen = cause instanceof ChatException refusal && refusal.code() == ErrorCode.RATE_LIMITED;
            throw new CompletionException(wouldOpen ? tooMany : cause);
        });
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
    public Class<Start> frame() {
        return Start.class;
    }

    @Override
    public boolean runsAsCaller() {
        return false;
    }
}
