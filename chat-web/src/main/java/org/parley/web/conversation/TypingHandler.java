package org.parley.web.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Participant;
import org.parley.api.error.ChatException;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.ConversationFeed;
import org.parley.web.connection.FrameHandler;
import org.parley.web.conversation.ConversationFrameTypes.Typing;
import org.parley.web.protocol.ServerFrame;

/** {@code typing}: told to the other side and never stored. Only staff see the preview, both sides its end. */
@ApplicationScoped
public class TypingHandler implements FrameHandler<Typing> {
    @Inject
    ConnectionRegistry registry;

    @Inject
    @ConfigProperty(name = "parley.limits.text")
    int textLimit;

    @Override
    public CompletionStage<String> handle(Connection connection, Typing typing) {
        ConversationFeed feed = connection.feeds().find(typing.conversation());
        if (feed == null) {
            throw ChatException.notFound("conversation");
        }
        if (typing.text() != null && typing.text().length() > textLimit) {
            throw ChatException.tooLarge("text", "The preview has at most " + textLimit + " characters.");
        }
        Conversation conversation = goingOn(connection, feed.latest());
        Participant self = connection.participant();
        if (!conversation.isOpen() || !conversation.hasParticipant(self)) {
            return NO_ANSWER;
        }
        boolean toStaff = connection.caller().isVisitor();
        Participant writer = toStaff ? conversation.visitor() : self;
        String frame = ServerFrame.typing(conversation.id(), writer, preview(typing.text(), toStaff));
        Stream.concat(
                        registry.of(toStaff ? conversation.owner() : conversation.visitor()).stream(),
                        registry.followers(conversation.id()).stream())
                .filter(Connection::isGreeted)
                .distinct()
                .forEach(device -> device.send(frame));
        return NO_ANSWER;
    }

    /** The text to tell; a blank text means that the typing has ended. */
    private static String preview(String text, boolean toStaff) {
        if (text != null && text.isBlank()) {
            return "";
        }
        return toStaff ? text : null;
    }

    /** The conversation in which a merged one goes on. */
    private static Conversation goingOn(Connection connection, Conversation conversation) {
        ConversationId into = conversation.handling().mergedInto();
        ConversationFeed next = into == null ? null : connection.feeds().find(into);
        return next == null ? conversation : goingOn(connection, next.latest());
    }

    @Override
    public Class<Typing> frame() {
        return Typing.class;
    }

    @Override
    public boolean runsAsCaller() {
        return false;
    }
}
