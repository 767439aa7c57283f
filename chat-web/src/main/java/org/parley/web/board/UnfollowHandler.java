package org.parley.web.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.api.error.ChatException;
import org.parley.web.board.SupervisionFrameTypes.Unfollow;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.FrameHandler;
import org.parley.web.protocol.ServerFrame;

/** {@code unfollow}: the end of a {@code follow}; harmless without one. */
@ApplicationScoped
public class UnfollowHandler implements FrameHandler<Unfollow> {
    @Inject
    ConnectionRegistry registry;

    @Override
    public CompletionStage<String> handle(Connection connection, Unfollow unfollow) {
        if (!connection.caller().oversees()) {
            throw ChatException.forbidden("Only supervisors can follow the conversations of others.");
        }
        registry.unfollow(unfollow.conversation(), connection);
        connection.feeds().unfollow(unfollow.conversation());
        return CompletableFuture.completedFuture(
                ServerFrame.ack(unfollow.id(), Map.of("conversation", unfollow.conversation())));
    }

    @Override
    public Class<Unfollow> frame() {
        return Unfollow.class;
    }
}
