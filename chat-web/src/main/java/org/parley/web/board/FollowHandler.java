package org.parley.web.board;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.Followed;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.web.board.SupervisionFrameTypes.Follow;
import org.parley.web.connection.Connection;
import org.parley.web.connection.EventPusher;
import org.parley.web.connection.FrameHandler;
import org.parley.web.protocol.ServerFrame;

/** {@code follow}: a supervisor follows a conversation, unseen by others. */
@ApplicationScoped
public class FollowHandler implements FrameHandler<Follow> {
    @Inject
    Conversations conversations;

    @Inject
    EventPusher pusher;

    @Override
    public CompletionStage<String> handle(Connection connection, Follow follow) {
        if (!connection.caller().oversees()) {
            throw ChatException.forbidden("Only supervisors can follow the conversations of others.");
        }
        pusher.follow(connection, follow.conversation(), () -> {
            Conversation found = find(connection.caller(), follow.conversation());
            connection.send(ServerFrame.ack(follow.id(), Map.of("conversation", found.id())));
            return found;
        });
        return NO_ANSWER;
    }

    private Conversation find(Caller supervisor, ConversationId id) {
        return conversations.following(supervisor, List.of(id)).stream()
                .map(Followed::conversation)
                .filter(conversation -> conversation.id().equals(id))
                .findAny()
                .orElseThrow(() -> ChatException.notFound("conversation"));
    }

    @Override
    public Class<Follow> frame() {
        return Follow.class;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
