package org.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.ConversationCommand.Send;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.error.ChatException;
import org.parley.web.protocol.ServerFrame;

class OwnLinesTest {
    private static final ConversationId HERE = new ConversationId(new UUID(1, 1));
    private static final ConversationId ELSEWHERE = new ConversationId(new UUID(1, 2));
    private static final Participant ME = new Participant(ParticipantKind.VISITOR, "v", "Ada");
    private static final Participant OTHER = new Participant(ParticipantKind.OPERATOR, "o", "Bob");

    private final OwnLines lines = new OwnLines(ME);
    private final CompletableFuture<Entry> writing = new CompletableFuture<>();

    @Test
    void theAckShouldTakeTheEntrysPlaceOnce() {
        CompletableFuture<String> ack = write("m-1");

        String told = lines.frameOf(entry(HERE, ME, "m-1", "Hello"), "the entry");
        writing.complete(entry(HERE, ME, "m-1", "Hello"));

        assertThat(told).isEqualTo(ServerFrame.ackOfEntry("m-1", entry(HERE, ME, "m-1", "Hello")));
        assertThat(ack).isCompletedWithValue(null);
        assertThat(lines.frameOf(entry(HERE, ME, "m-1", "Hello"), "the entry")).isEqualTo("the entry");
    }

    @Test
    void withoutAnEventTheAckShouldComeByItself() {
        CompletableFuture<String> ack = write("m-1");

        writing.complete(entry(HERE, ME, "m-1", "Hello"));

        assertThat(ack).isCompletedWithValue(ServerFrame.ackOfEntry("m-1", entry(HERE, ME, "m-1", "Hello")));
    }

    @Test
    void theEntryShouldFollowAnAckThatWasFaster() {
        write("m-1");
        writing.complete(entry(HERE, ME, "m-1", "Hello"));

        assertThat(lines.frameOf(entry(HERE, ME, "m-1", "Hello"), "the entry")).isEqualTo("the entry");
    }

    @Test
    void anotherEntryWithTheSameIdShouldBeToldAsItIs() {
        write("m-1");

        assertThat(List.of(
                        entry(HERE, OTHER, "m-1", "Hello"),
                        entry(ELSEWHERE, ME, "m-1", "Hello"),
                        entry(HERE, ME, "m-2", "Hello"),
                        entry(HERE, ME, "m-1", "Other words"),
                        entry(HERE, ME, null, null)))
                .allSatisfy(
                        entry -> assertThat(lines.frameOf(entry, "the entry")).isEqualTo("the entry"));
    }

    @Test
    void eachOfTwoWithTheSameIdShouldGetItsAck() {
        List<String> acks = new ArrayList<>();
        CompletableFuture<Entry> again = new CompletableFuture<>();
        write("m-1").thenAccept(acks::add);
        lines.write(new Send(HERE, "Hello", "m-1"), () -> again).thenAccept(acks::add);

        String told = lines.frameOf(entry(HERE, ME, "m-1", "Hello"), "the entry");
        writing.complete(entry(HERE, ME, "m-1", "Hello"));
        again.complete(entry(HERE, ME, "m-1", "Hello"));

        assertThat(told).isNotEqualTo("the entry");
        assertThat(acks).containsExactlyInAnyOrder(told, null);
    }

    @Test
    void aRefusalShouldPassAndLeaveNothing() {
        CompletableFuture<String> refused = write("m-1");
        writing.completeExceptionally(ChatException.notFound("conversation"));
        assertThatThrownBy(() -> lines.write(new Send(HERE, "Hello", "m-2"), () -> {
                    throw ChatException.notFound("conversation");
                }))
                .isInstanceOf(ChatException.class);

        assertThat(refused).isCompletedExceptionally();
        assertThat(List.of("m-1", "m-2"))
                .allSatisfy(id -> assertThat(lines.frameOf(entry(HERE, ME, id, "Hello"), "the entry"))
                        .isEqualTo("the entry"));
    }

    private CompletableFuture<String> write(String id) {
        return lines.write(new Send(HERE, "Hello", id), () -> writing).toCompletableFuture();
    }

    private static Entry entry(ConversationId conversation, Participant author, String id, String text) {
        return new Entry(
                conversation, EntryLog.PUBLIC, 7, Instant.EPOCH, EntryKind.MESSAGE, author, text, id, Map.of());
    }
}
