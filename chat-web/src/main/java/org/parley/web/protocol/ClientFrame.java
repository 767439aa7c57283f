package org.parley.web.protocol;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.StartRequest;
import org.parley.api.operator.OperatorStatus;

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

    record Close(String id, UUID conversation, String reason) implements Command {}

    record Status(String id, OperatorStatus status) implements Command {}

    record Watch(String id, List<Topic> topics) implements Command {}

    record Sync(String id, UUID conversation, EntryLog log, long after, int limit) implements Command {}

    record Renew(String id, String token) implements Command {}
}
