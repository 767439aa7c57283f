package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Conversations;
import org.parley.api.error.ChatException;
import org.parley.api.operator.Operator;
import org.parley.api.operator.Operators;
import org.parley.api.routing.Board;
import org.parley.web.board.BoardWatch;
import org.parley.web.command.WatchFrameTypes.Watch;
import org.parley.web.connection.Connection;
import org.parley.web.connection.EventPusher;
import org.parley.web.connection.FrameHandler;
import org.parley.web.invitation.InvitationPusher;
import org.parley.web.presence.AvailabilityView;
import org.parley.web.presence.PresenceBoard;
import org.parley.web.protocol.ServerFrame;
import org.parley.web.protocol.Topic;
import org.parley.web.visitor.VisitorView;
import org.parley.web.visitor.VisitorWatchers;

/** {@code watch}: a snapshot of each topic, then its changes. */
@ApplicationScoped
public class WatchHandler implements FrameHandler<Watch> {
    @Inject
    Conversations conversations;

    @Inject
    Operators operators;

    @Inject
    PresenceBoard presence;

    @Inject
    AvailabilityView availability;

    @Inject
    EventPusher pusher;

    @Inject
    VisitorWatchers watchers;

    @Inject
    InvitationPusher invitations;

    @Inject
    BoardWatch board;

    @Override
    public CompletionStage<String> handle(Connection connection, Watch watch) {
        if (!connection.caller().isStaff()) {
            throw ChatException.forbidden("Only staff can watch.");
        }
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        topics.addAll(watch.topics());
        Board snapshot = topics.contains(Topic.BOARD) ? board.read(connection) : null;
        // First the changes, then the snapshot: so a change in between is told twice rather than never.
        connection.feeds().restartQueue();
        connection.watch(topics);
        List<Conversation> queue = topics.contains(Topic.QUEUE) ? conversations.queue(connection.caller()) : List.of();
        Map<String, Object> facts = new LinkedHashMap<>();
        VisitorView visitors = null;
        if (topics.contains(Topic.VISITORS)) {
            visitors = watchers.begin(connection, watch.visitors());
            facts.put("visitors", visitors.total());
        } else {
            watchers.end(connection);
        }
        if (snapshot == null) {
            board.end(connection);
        }
        connection.send(ServerFrame.ack(watch.id(), facts));
        if (snapshot != null) {
            board.begin(connection, snapshot);
        }
        if (visitors != null) {
            watchers.tell(connection, visitors);
            invitations.tell(connection, visitors);
        }
        if (topics.contains(Topic.PRESENCE)) {
            List<Operator> everybody = operators.list(connection.caller());
            availability.betweenChanges(() -> connection.send(presence.snapshot(everybody)));
        }
        connection.inRoom(
                queue.stream()
                        .<Runnable>map(conversation -> () -> pusher.summarize(connection, conversation))
                        .iterator(),
                () -> {});
        return NO_ANSWER;
    }

    @Override
    public Class<Watch> frame() {
        return Watch.class;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
