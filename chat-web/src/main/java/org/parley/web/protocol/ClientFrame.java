package org.parley.web.protocol;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.parley.api.command.Command;
import org.parley.api.conversation.ConversationCommand;
import org.parley.api.conversation.EntryLog;
import org.parley.api.invitation.InvitationState;
import org.parley.api.invitation.InviteRequest;
import org.parley.api.operator.OperatorStatus;

/** What a client can send; each record is one {@code type} of the contract. */
public sealed interface ClientFrame {
    /** What the one {@code ack} or {@code error} names; null for a frame that gets no {@code ack}. */
    default String id() {
        return null;
    }

    /**
     * A command, and the words in which its result is acknowledged.
     *
     * @param id null when nobody wants to know
     * @param ack makes the frame of what the command gives back
     */
    record Writing(String id, Command<?> command, Function<Object, String> ack) implements ClientFrame {
        @SuppressWarnings("unchecked") // what a command gives back is of its own type
        static <R> Writing of(String id, Command<R> command, BiFunction<String, R, String> ack) {
            return new Writing(id, command, result -> ack.apply(id, (R) result));
        }

        static Writing unanswered(Command<?> command) {
            return new Writing(null, command, null);
        }

        /** The {@code ack}; null for none. */
        public String answer(Object result) {
            return ack == null ? null : ack.apply(result);
        }
    }

    /** @param cursors by conversation, the newest number that the device has of each log */
    record Hello(String device, String client, Map<UUID, Cursor> cursors) implements ClientFrame {}

    /** The newest numbers that a device has of a conversation's logs; 0 for none. */
    record Cursor(long publicSeq, long internalSeq) {
        public long of(EntryLog log) {
            return log == EntryLog.PUBLIC ? publicSeq : internalSeq;
        }
    }

    record Ping() implements ClientFrame {}

    /** @param text a visitor's preview, or null */
    record Typing(UUID conversation, String text) implements ClientFrame {}

    record Start(ConversationCommand.Start command) implements ClientFrame {
        @Override
        public String id() {
            return command.id();
        }
    }

    /** A supervisor hears of a conversation without taking part. */
    record Follow(String id, UUID conversation) implements ClientFrame {}

    record Unfollow(String id, UUID conversation) implements ClientFrame {}

    record Status(String id, OperatorStatus status) implements ClientFrame {}

    record Invite(InviteRequest request) implements ClientFrame {
        @Override
        public String id() {
            return request.id();
        }
    }

    /**
     * What a visitor's device has done with an invitation.
     *
     * @param id null when the device wants no ack
     * @param state neither QUEUED nor EXPIRED
     */
    record InvitationSeen(String id, UUID invitation, InvitationState state) implements ClientFrame {}

    /** @param visitors which of the visitors, when these are a topic */
    record Watch(String id, List<Topic> topics, VisitorWindow visitors) implements ClientFrame {}

    /**
     * The part of a long list of visitors that somebody looks at.
     *
     * @param site null for all
     * @param text what has to stand somewhere in a visitor's facts, in lower case; empty for all
     * @param after the visitor before the first one; null for the beginning
     * @param limit how many at most, at least 1
     */
    record VisitorWindow(String site, String text, UUID after, int limit) {}

    /**
     * The page that a visitor is on; addresses are cleaned.
     *
     * @param title null when unknown
     * @param referrer null when unknown
     */
    record Page(String url, String title, String referrer) implements ClientFrame {
        public Page withoutQueries() {
            return new Page(PageAddress.withoutQuery(url), title, PageAddress.withoutQuery(referrer));
        }
    }

    record Sync(String id, UUID conversation, EntryLog log, long after, int limit) implements ClientFrame {}

    record Renew(String id, String token) implements ClientFrame {}
}
