package org.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.parley.web.connection.Connection.QueueLimits;

class InboxTest {
    private final Inbox inbox = new Inbox(new QueueLimits(3, 20));
    private final List<String> handled = new ArrayList<>();
    /** What runs once the slow frame is done. */
    private Runnable afterwards;

    @Test
    void framesShouldBeHandledOnTheThreadThatBringsThem() {
        take("one");
        take("two");

        assertThat(handled).containsExactly("one", "two");
    }

    @Test
    void framesBehindASlowOneShouldWaitAndKeepTheirOrder() {
        take("slow");
        take("two");
        take("three");
        assertThat(handled).containsExactly("slow");

        afterwards.run();

        assertThat(handled).containsExactly("slow", "two", "three");
    }

    @Test
    void aSecondSlowFrameShouldHoldUpThoseBehindItAgain() {
        take("slow");
        take("slow");
        take("last");
        Runnable first = afterwards;
        first.run();
        assertThat(handled).containsExactly("slow", "slow");

        afterwards.run();

        assertThat(handled).containsExactly("slow", "slow", "last");
        assertThat(take("later")).isTrue();
        assertThat(handled).endsWith("later");
    }

    @Test
    void tooManyShouldBeRefusedAndTheOthersStay() {
        take("slow");
        assertThat(take("1") && take("2") && take("3")).isTrue();

        assertThat(take("4")).isFalse();

        afterwards.run();
        assertThat(handled).containsExactly("slow", "1", "2", "3");
    }

    @Test
    void tooLongShouldBeRefused() {
        take("slow");

        assertThat(take("x".repeat(21))).isFalse();
        assertThat(take("x".repeat(20))).isTrue();
    }

    private boolean take(String frame) {
        return inbox.take(frame, next -> {
            handled.add(next);
            CompletableFuture<Void> done = new CompletableFuture<>();
            if (next.equals("slow")) {
                afterwards = () -> done.complete(null);
            } else {
                done.complete(null);
            }
            return done;
        });
    }
}
