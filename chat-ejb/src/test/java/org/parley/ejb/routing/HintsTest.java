package org.parley.ejb.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.ConversationId;
import org.parley.api.operator.OperatorId;

class HintsTest {
    private static final int THREADS = 4;
    private static final int EACH = 5_000;

    private final Hints hints = new Hints();

    @Test
    void aFailedTurnShouldLeaveItsHintsToTheNext() {
        hints.conversation(id(1));
        hints.operators(List.of(new OperatorId(new UUID(0, 1))));
        hints.staffing();
        Hints failed = hints.take();
        assertThat(hints.isEmpty()).isTrue();
        hints.conversation(id(2));

        hints.add(failed);

        assertThat(hints.conversations()).containsExactlyInAnyOrder(id(1), id(2));
        assertThat(hints.operators()).hasSize(1);
        assertThat(hints.isAboutStaffing()).isTrue();
    }

    @Test
    void noHintShouldGetLostBetweenThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        CountDownLatch done = new CountDownLatch(THREADS);
        List<Future<?>> writers = IntStream.range(0, THREADS)
                .<Future<?>>mapToObj(thread -> threads.submit(() -> {
                    IntStream.range(0, EACH).forEach(i -> hints.conversation(id(thread * EACH + i)));
                    done.countDown();
                }))
                .toList();
        Set<ConversationId> seen = new HashSet<>();
        while (done.getCount() > 0) {
            seen.addAll(hints.take().conversations());
        }
        for (Future<?> writer : writers) {
            writer.get();
        }
        seen.addAll(hints.take().conversations());
        threads.shutdown();

        assertThat(seen).hasSize(THREADS * EACH);
    }

    private static ConversationId id(int number) {
        return new ConversationId(new UUID(0, number));
    }
}
