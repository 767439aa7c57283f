package org.parley.ejb.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.parley.api.error.ChatException;

class BatchWriterTest {
    /** Every try of a transaction, in order: what it held, with a ! where it was careful. */
    private final List<String> tries = new ArrayList<>();

    @Test
    void newMessagesShouldCostOneTransactionWithoutALookAtEarlierOnes() {
        List<Given<?, ?>> batch = List.of(message("a"), message("b"), message("c"));

        writer(Set.of(), Set.of()).write(batch);

        assertThat(tries).containsExactly("a b c");
        assertThat(batch).allMatch(BatchWriterTest::isDone);
    }

    @Test
    void aRepeatShouldCostItsBatchOneMoreTransactionAndNotOneForEach() {
        List<Given<?, ?>> batch = List.of(message("a"), message("again"), message("c"));

        writer(Set.of("again"), Set.of()).write(batch);

        assertThat(tries).containsExactly("a again c", "a again c!");
        assertThat(batch).allMatch(BatchWriterTest::isDone);
    }

    @Test
    void oneThatCannotBeStoredShouldFailAlone() {
        Given<?, ?> bad = message("bad");
        Given<?, ?> good = message("good");

        writer(Set.of(), Set.of("bad")).write(List.of(bad, good));

        assertThat(tries).containsExactly("bad good", "bad good!", "bad!", "good!");
        assertThat(isDone(good)).isTrue();
        assertThatThrownBy(() -> bad.outcome().toCompletableFuture().join()).hasMessageContaining("cannot");
    }

    @Test
    void aRefusalShouldCostTheOthersNothing() {
        Given<?, ?> refused = message("refused");
        Given<?, ?> good = message("good");
        refused.refuse(ChatException.notFound("conversation"));

        writer(Set.of(), Set.of()).write(List.of(refused, good));

        assertThat(tries).hasSize(1);
        assertThat(isDone(good)).isTrue();
        assertThatThrownBy(() -> refused.outcome().toCompletableFuture().join())
                .hasCauseInstanceOf(ChatException.class);
    }

    @Test
    void whatIsPutOffShouldHaveItsTurnAloneAndCostTheOthersNothing() {
        Given<?, ?> merged = message("merged");
        Given<?, ?> good = message("good");
        merged.putOff();

        writer(Set.of(), Set.of()).write(List.of(merged, good));

        assertThat(tries).containsExactly("merged good", "merged!");
        assertThat(isDone(good)).isTrue();
    }

    @Test
    void messagesAndOtherCommandsShouldKeepTheirOrderInTransactionsOfTheirOwn() {
        Given<?, ?> close = Errand.alone("c", () -> "closed");

        writer(Set.of(), Set.of()).write(List.of(message("a"), message("b"), close, message("d")));

        assertThat(tries).containsExactly("a b", "c", "d");
    }

    @Test
    void receiptsShouldShareTheTransactionOfTheMessagesBetweenWhichTheyCome() {
        Given<?, ?> read = message("read");

        writer(Set.of(), Set.of()).write(List.of(message("a"), read, message("b")));

        assertThat(tries).containsExactly("a read b");
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

    private static String name(Given<?, ?> command) {
        return ((Errand<?>) command.command()).key();
    }

    private static Given<?, ?> message(String name) {
        return Errand.shared(name);
    }

    private static boolean isDone(Given<?, ?> command) {
        return command.outcome().toCompletableFuture().isDone()
                && !command.outcome().toCompletableFuture().isCompletedExceptionally();
    }
}
