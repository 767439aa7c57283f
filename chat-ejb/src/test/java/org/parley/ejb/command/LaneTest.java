package org.parley.ejb.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.parley.api.error.ChatException;

class LaneTest {
    /** What was done, in order: by the lane, or with a + by a transaction. */
    private final List<String> done = new ArrayList<>();

    private final List<String> told = new ArrayList<>();
    private final Map<Object, String> names = new IdentityHashMap<>();
    private final Deque<Runnable> tasks = new ArrayDeque<>();
    private final Deque<Runnable> tellings = new ArrayDeque<>();
    private final Set<String> unusual = new HashSet<>();
    private boolean isDeaf;
    private final Turns turns = new Turns(
            4,
            100,
            10,
            command -> false,
            tasks::add,
            commands -> commands.forEach(command -> {
                command.runNow();
                command.committed();
            }));
    private final Lane lane =
            new Lane(3, 100, command -> names.get(command).startsWith("line"), new Writer(), turns, tellings::add);

    @Test
    void whatIsUsualShouldBeWrittenAtOnce() {
        Given<?, ?> line = command("a", "line 1");

        lane.write(List.of(line));

        assertThat(done).containsExactly("line 1");
        assertThat(told).containsExactly("line 1");
        assertThat(isDone(line)).isTrue();
    }

    @Test
    void whileMoreWaitsAnotherThreadShouldTell() {
        Given<?, ?> line = command("a", "line 1");
        lane.submit(command("b", "line 2"));

        lane.write(List.of(line));
        assertThat(done).containsExactly("line 1");
        assertThat(told).isEmpty();
        assertThat(isDone(line)).isFalse();

        tellings.remove().run();
        assertThat(told).containsExactly("line 1");
        assertThat(isDone(line)).isTrue();
    }

    @Test
    void withoutAnotherThreadTheLaneItselfShouldTell() {
        Lane stopping = new Lane(3, 100, command -> true, new Writer(), turns, refused -> {
            throw new RejectedExecutionException("thrown on purpose");
        });
        Given<?, ?> line = command("a", "line 1");
        stopping.submit(command("b", "line 2"));

        stopping.write(List.of(line));

        assertThat(told).containsExactly("line 1");
        assertThat(isDone(line)).isTrue();
    }

    @Test
    void aTransactionShouldComeAfterTheNewsOfEarlierLines() {
        Given<?, ?> line = command("a", "line 1");
        Given<?, ?> close = command("a", "close");
        lane.submit(command("b", "line 2"));

        lane.write(List.of(line, close));

        assertThat(tellings).isEmpty();
        assertThat(told).containsExactly("line 1");
        runTasks();
        assertThat(isDone(close)).isTrue();
    }

    @Test
    void aFailureOfAListenerShouldLeaveNobodyWaiting() {
        Given<?, ?> line = command("a", "line 1");
        isDeaf = true;

        lane.write(List.of(line));

        assertThat(line.outcome().toCompletableFuture()).isCompletedExceptionally();
    }

    @Test
    void whatTheLaneLeavesShouldHaveItsTurn() {
        Given<?, ?> line = command("a", "line 1");
        unusual.add("line 1");

        lane.write(List.of(line));
        assertThat(isDone(line)).isFalse();
        runTasks();

        assertThat(done).containsExactly("+line 1");
        assertThat(isDone(line)).isTrue();
    }

    @Test
    void aLineShouldNotOvertakeACommandOfItsKey() {
        lane.write(
                List.of(command("a", "line 1"), command("a", "close"), command("a", "line 2"), command("b", "line 3")));
        lane.write(List.of(command("a", "line 4"), command("b", "line 5")));
        assertThat(done).containsExactly("line 1", "line 3", "line 5");

        runTasks();
        lane.write(List.of(command("a", "line 6")));

        assertThat(done).containsExactly("line 1", "line 3", "line 5", "+close", "+line 2", "+line 4", "line 6");
    }

    @Test
    void aCommandShouldWaitForAnEarlierLineThatWasLeft() {
        unusual.add("line 1");

        lane.write(List.of(command("a", "line 1"), command("a", "close")));
        runTasks();

        assertThat(done).containsExactly("+line 1", "+close");
    }

    @Test
    void whatComesAfterTheEndShouldBeRefused() {
        lane.end();
        lane.run();

        assertThatThrownBy(() -> lane.submit(command("a", "line 1"))
                        .toCompletableFuture()
                        .join())
                .hasCauseInstanceOf(ChatException.class);
    }

    @Test
    void whatDoesNotFitShouldBeRefusedAndWhatWaitsAtTheEndToo() {
        List<Given<?, ?>> lines =
                List.of(command("a", "line 1"), command("a", "line 2"), command("a", "line 3"), command("a", "line 4"));
        lines.forEach(lane::submit);

        assertThat(lines)
                .filteredOn(line -> line.outcome().toCompletableFuture().isDone())
                .containsExactly(lines.get(3));
        lane.end();
        lane.run();
        assertThat(lines).allMatch(line -> line.outcome().toCompletableFuture().isCompletedExceptionally());
        assertThat(done).isEmpty();
    }

    private final class Writer implements LaneWriter {
        @Override
        public List<Given<?, ?>> write(List<Given<?, ?>> commands, Consumer<Runnable> news) {
            List<Given<?, ?>> left = new ArrayList<>();
            for (Given<?, ?> command : commands) {
                if (unusual.contains(names.get(command.command()))) {
                    left.add(command);
                } else {
                    done.add(names.get(command.command()));
                    news.accept(() -> hear(names.get(command.command())));
                }
            }
            return left;
        }

        @Override
        public void close() {}
    }

    private void hear(String name) {
        if (isDeaf) {
            throw new IllegalStateException("thrown on purpose");
        }
        told.add(name);
    }

    private Given<?, ?> command(String key, String name) {
        Given<?, ?> command = Errand.alone(key, () -> done.add("+" + name));
        names.put(command.command(), name);
        return command;
    }

    private static boolean isDone(Given<?, ?> command) {
        return command.outcome().toCompletableFuture().isDone();
    }

    private void runTasks() {
        while (!tasks.isEmpty()) {
            tasks.remove().run();
        }
    }
}
