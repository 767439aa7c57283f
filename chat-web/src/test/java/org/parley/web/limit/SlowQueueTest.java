package org.parley.web.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

class SlowQueueTest {
    private final List<Runnable> tickets = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private final SlowQueue queue = new SlowQueue(tickets::add, 3, 2);

    @Test
    void addressShouldHaveTwoPlaces() {
        submit("one", false);
        submit("one", false);
        assertThatThrownBy(() -> submit("one", true)).isInstanceOfSatisfying(ChatException.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(ErrorCode.UNAVAILABLE);
            assertThat(refusal.retryAfter()).isPositive();
        });
        tickets.get(0).run();
        submit("one", false);
    }

    @Test
    void knownOnesShouldGoFirst() {
        submit("stranger", false);
        submit("another", false);
        submit("friend", true);
        tickets.forEach(Runnable::run);
        assertThat(done).containsExactly("friend", "stranger", "another");
    }

    @Test
    void knownOneShouldTakeTheLastStrangersPlace() {
        submit("first", false);
        CompletionStage<String> second = submit("second", false);
        submit("friend", true);
        submit("colleague", true);

        assertThat(second.toCompletableFuture()).isCompletedExceptionally();
        assertThatThrownBy(() -> submit("third", false)).isInstanceOf(ChatException.class);
        tickets.forEach(Runnable::run);
        assertThat(done).containsExactly("friend", "colleague", "first");
    }

    @Test
    void nobodyShouldWaitForEverForWorkThatWasNotDone() {
        CompletionStage<String> broken = queue.submit("one", false, () -> {
            throw new NoClassDefFoundError("hash");
        });
        tickets.forEach(Runnable::run);
        assertThat(broken.toCompletableFuture()).isCompletedExceptionally();

        CompletionStage<String> waiting = submit("one", true);
        queue.close();
        assertThat(waiting.toCompletableFuture()).isCompletedExceptionally();

        SlowQueue stopped = new SlowQueue(
                task -> {
                    throw new RejectedExecutionException();
                },
                3,
                2);
        assertThat(stopped.submit("one", true, () -> "done").toCompletableFuture())
                .isCompletedExceptionally();
    }

    @Test
    void failureShouldBeTheAnswer() {
        CompletionStage<String> answer = queue.submit("one", false, () -> {
            throw new IllegalStateException("wrong");
        });
        tickets.forEach(Runnable::run);
        assertThat(answer.toCompletableFuture()).isCompletedExceptionally();
    }

    private CompletionStage<String> submit(String address, boolean isKnown) {
        return queue.submit(address, isKnown, () -> {
            done.add(address);
            return address;
        });
    }
}
