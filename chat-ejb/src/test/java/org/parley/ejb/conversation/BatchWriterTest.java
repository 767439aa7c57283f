package org.parley.ejb.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;

class BatchWriterTest {
    private static final Caller VISITOR =
            new Caller(new Participant(ParticipantKind.VISITOR, "v", null), "shop", Set.of(Role.VISITOR));

    /** Every try of a transaction, in order: what it held, with a ! where it was careful. */
    private final List<String> tries = new ArrayList<>();

    @Test
    void newMessagesShouldCostOneTransactionWithoutALookAtEarlierOnes() {
        List<Command<?>> batch = List.of(message("a"), message("b"), message("c"));

        writer(Set.of(), Set.of()).write(batch);

        assertThat(tries).containsExactly("a b c");
        assertThat(batch).allMatch(BatchWriterTest::isDone);
    }

    @Test
    void aRepeatShouldCostItsBatchOneMoreTransactionAndNotOneForEach() {
        List<Command<?>> batch = List.of(message("a"), message("again"), message("c"));

        writer(Set.of("again"), Set.of()).write(batch);

        assertThat(tries).containsExactly("a again c", "a again c!");
        assertThat(batch).allMatch(BatchWriterTest::isDone);
    }

    @Test
    void oneThatCannotBeStoredShouldFailAlone() {
        Append bad = message("bad");
        Append good = message("good");

        writer(Set.of(), Set.of("bad")).write(List.of(bad, good));

        assertThat(tries).containsExactly("bad good", "bad good!", "bad!", "good!");
        assertThat(isDone(good)).isTrue();
        assertThatThrownBy(() -> bad.outcome().toCompletableFuture().join()).hasMessageContaining("cannot");
    }

    @Test
    void aRefusalShouldCostTheOthersNothing() {
        Append refused = message("refused");
        Append good = message("good");
        refused.refuse(ChatException.notFound("conversation"));

        writer(Set.of(), Set.of()).write(List.of(refused, good));

        assertThat(tries).hasSize(1);
        assertThat(isDone(good)).isTrue();
        assertThatThrownBy(() -> refused.outcome().toCompletableFuture().join())
                .hasCauseInstanceOf(ChatException.class);
    }

    @Test
    void whatIsPutOffShouldHaveItsTurnAloneAndCostTheOthersNothing() {
        Append merged = message("merged");
        Append good = message("good");
        merged.putOff();

        writer(Set.of(), Set.of()).write(List.of(merged, good));

        assertThat(tries).containsExactly("merged good", "merged!");
        assertThat(isDone(good)).isTrue();
    }

    @Test
    void messagesAndOtherCommandsShouldKeepTheirOrderInTransactionsOfTheirOwn() {
        Work<String> close = new Work<>("c", () -> "closed");

        writer(Set.of(), Set.of()).write(List.of(message("a"), message("b"), close, message("d")));

        assertThat(tries).containsExactly("a b", "c", "d");
    }

    @Test
    void receiptsShouldShareTheTransactionOfTheMessagesBetweenWhichTheyCome() {
        Mark read = new Mark(VISITOR, new UUID(0, 1), 1, true);

        writer(Set.of(), Set.of()).write(List.of(message("a"), read, message("b")));

        assertThat(tries).containsExactly("a " + read.key() + " b");
    }

    private BatchWriter writer(Set<String> repeats, Set<String> impossible) {
        return new BatchWriter((commands, careful) -> {
            List<String> names = commands.stream().map(BatchWriterTest::name).toList();
            tries.add(String.join(" ", names) + (careful ? "!" : ""));
            if (names.stream().anyMatch(impossible::contains)
                    || !careful && names.stream().anyMatch(repeats::contains)) {
                throw new IllegalStateException("This cannot be stored");
            }
        });
    }

    private static String name(Command<?> command) {
        return command instanceof Append append ? append.text() : command.key();
    }

    private static Append message(String name) {
        return new Append(VISITOR, new UUID(0, 1), EntryKind.MESSAGE, name, name);
    }

    private static boolean isDone(Command<?> command) {
        return command.outcome().toCompletableFuture().isDone()
                && !command.outcome().toCompletableFuture().isCompletedExceptionally();
    }
}
