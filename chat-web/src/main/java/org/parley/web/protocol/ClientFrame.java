package org.parley.web.protocol;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.Labels;
import org.parley.api.conversation.StartRequest;
import org.parley.api.invitation.InvitationState;
import org.parley.api.invitation.InviteRequest;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.routing.Transfer;

/** What a client can send; each record is one {@code type} of the contract. */
public sealed interface ClientFrame {
    /** A frame that gets exactly one {@code ack} or {@code error}. */
    sealed interface Command extends ClientFrame {
        String id();
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

    record Read(UUID conversation, long seq) implements ClientFrame {}

    record Delivered(UUID conversation, long seq) implements ClientFrame {}

    /** @param text a visitor's preview, or null */
    record Typing(UUID conversation, String text) implements ClientFrame {}

    record Start(StartRequest request) implements Command {
        @Override
        public String id() {
            return request.id();
        }
    }

    record Send(String id, UUID conversation, String text) implements Command {}

    record Note(String id, UUID conversation, String text) implements Command {}

    record Accept(String id, UUID conversation) implements Command {}

    /** A supervisor becomes the owner. */
    record TakeOver(String id, UUID conversation) implements Command {}

    record Whisper(String id, UUID conversation, String text) implements Command {}

    /** A supervisor hears of a conversation without taking part. */
    record Follow(String id, UUID conversation) implements Command {}

    record Unfollow(String id, UUID conversation) implements Command {}

    /** A supervisor changes an operator's status. */
    record Force(String id, UUID operator, OperatorStatus status) implements Command {}

    record Decline(String id, UUID conversation) implements Command {}

    record TransferTo(String id, UUID conversation, Transfer to) implements Command {}

    record Merge(String id, UUID conversation, UUID into) implements Command {}

    record Unmerge(String id, UUID conversation) implements Command {}

    record Reopen(String id, UUID conversation) implements Command {}

    record Close(String id, UUID conversation, String reason) implements Command {}

    record Status(String id, OperatorStatus status) implements Command {}

    record Invite(InviteRequest request) implements Command {
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
    record InvitationSeen(String id, UUID invitation, InvitationState state) implements Command {}

    /** @param visitors which of the visitors, when these are a topic */
    record Watch(String id, List<Topic> topics, VisitorWindow visitors) implements Command {}

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

    record Sync(String id, UUID conversation, EntryLog log, long after, int limit) implements Command {}

    record Update(String id, UUID conversation, Labels labels) implements Command {}

    record Renew(String id, String token) implements Command {}
}
