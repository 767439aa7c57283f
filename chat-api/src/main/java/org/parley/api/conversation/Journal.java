package org.parley.api.conversation;

import java.util.UUID;
import java.util.concurrent.CompletionStage;
import org.parley.api.routing.Transfer;
import org.parley.api.security.Caller;

/**
 * The way into the logs for many senders at once: what waits is written in one transaction (ADR-0012). Nothing here waits
 * for the database. Each stage completes after the commit, on another thread; it fails with a
 * {@link org.parley.api.error.ChatException} when the command is refused, as the method of the same name in
 * {@link Conversations} says, or with UNAVAILABLE when too much waits: nothing is stored then, and the same id may be sent
 * again. Commands of one conversation keep the order in which they were given.
 */
public interface Journal {
    CompletionStage<Started> start(Caller visitor, StartRequest request);

    CompletionStage<Entry> send(Caller participant, UUID conversation, String text, String id);

    CompletionStage<Entry> note(Caller staff, UUID conversation, String text, String id);

    CompletionStage<Conversation> accept(Caller operator, UUID conversation);

    CompletionStage<Conversation> takeOver(Caller supervisor, UUID conversation);

    CompletionStage<Entry> whisper(Caller supervisor, UUID conversation, String text, String id);

    CompletionStage<Conversation> decline(Caller operator, UUID conversation);

    CompletionStage<Entry> transfer(Caller operator, UUID conversation, Transfer to, String id);

    CompletionStage<Entry> close(Caller participant, UUID conversation, String reason, String id);

    CompletionStage<Void> delivered(Caller participant, UUID conversation, long seq);

    CompletionStage<Void> read(Caller participant, UUID conversation, long seq);
}
