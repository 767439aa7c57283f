package org.parley.web.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.parley.api.error.ChatException;
import org.parley.web.protocol.CloseCode;

class PollTransportTest {
    private final List<Runnable> tasks = new ArrayList<>();
    private final PollTransport transport = new PollTransport(new Window(3, 1000), tasks::add);
    private final List<Throwable> done = new ArrayList<>();

    @Test
    void framesShouldWaitForAPoll() {
        send("a", "b");
        assertThat(poll(0)).containsExactly("a", "b");
    }

    @Test
    void waitingPollShouldBeAnsweredWithWhatHasComeUntilThen() {
        Waiting waiting = new Waiting();
        transport.await(waiting, transport.arrive(0), true);
        assertThat(waiting.isAnswered()).isFalse();
        send("a");
        send("b");
        runTasks();
        assertThat(waiting.answer()).containsExactly("a", "b");
    }

    @Test
    void impatientPollShouldBeAnsweredAtOnce() {
        assertThat(poll(0)).isEmpty();
    }

    @Test
    void olderOfTwoPollsShouldBeAnsweredAtOnce() {
        Waiting older = new Waiting();
        Waiting newer = new Waiting();
        transport.await(older, transport.arrive(0), true);
        transport.await(newer, transport.arrive(0), true);
        assertThat(older.answer()).isEmpty();
        send("a");
        runTasks();
        assertThat(newer.answer()).containsExactly("a");
    }

    @Test
    void pollThatWasOvertakenBeforeItWaitsShouldNotTakeTheNewerOnesPlace() {
        Waiting older = new Waiting();
        Waiting newer = new Waiting();
        long first = transport.arrive(0);
        transport.await(newer, transport.arrive(0), true);
        transport.await(older, first, true);
        assertThat(older.answer()).isEmpty();
        assertThat(newer.isAnswered()).isFalse();
    }

    /** It asked for the frames after its own count, which are no longer kept. */
    @Test
    void pollThatIsOvertakenBeforeItsAnswerShouldBeGivenNothing() {
        Waiting older = new Waiting();
        transport.await(older, transport.arrive(0), true);
        send("a");
        assertThat(poll(0)).containsExactly("a");
        send("b");
        assertThat(poll(1)).containsExactly("b");
        runTasks();
        assertThat(older.answer()).isEmpty();
    }

    @Test
    void timeShouldNotGiveAgainWhatANewerPollConfirmed() {
        Waiting older = new Waiting();
        transport.await(older, transport.arrive(0), true);
        send("a");
        assertThat(poll(0)).containsExactly("a");
        send("b");
        assertThat(poll(1)).containsExactly("b");
        Waiting late = new Waiting();
        transport.timeUp(late);
        assertThat(late.answer()).isEmpty();
    }

    @Test
    void timeShouldGiveWhatTheExecutorHasNotGivenYet() {
        Waiting waiting = new Waiting();
        transport.await(waiting, transport.arrive(0), true);
        send("a");
        transport.timeUp(waiting);
        assertThat(waiting.answer()).containsExactly("a");
    }

    @Test
    void timeShouldEndAPollWithNothing() {
        Waiting waiting = new Waiting();
        transport.await(waiting, transport.arrive(0), true);
        transport.timeUp(waiting);
        assertThat(waiting.answer()).isEmpty();
        assertThat(transport.isAwaited()).isFalse();
    }

    @Test
    void timeOfAnOlderPollShouldLeaveTheNewerOneWaiting() {
        Waiting older = new Waiting();
        Waiting newer = new Waiting();
        transport.await(older, transport.arrive(0), true);
        transport.await(newer, transport.arrive(0), true);
        transport.timeUp(older);
        assertThat(transport.isAwaited()).isTrue();
        assertThat(newer.isAnswered()).isFalse();
    }

    @Test
    void fullWindowShouldHoldTheNextSendUntilItIsConfirmed() {
        send("a", "b", "c");
        assertThat(done).hasSize(2);
        assertThat(poll(0)).containsExactly("a", "b", "c");
        transport.arrive(1);
        assertThat(done).containsExactly(null, null, null);
    }

    @Test
    void wrongCountShouldChangeNothing() {
        send("a");
        assertThatThrownBy(() -> transport.arrive(1)).isInstanceOf(ChatException.class);
        assertThat(poll(0)).containsExactly("a");
    }

    @Test
    void endShouldBeToldBeforeItIsOver() {
        List<String> closed = new ArrayList<>();
        transport.whenClosed(() -> closed.add("closed"));
        send("bye");
        transport.close(CloseCode.TOKEN);
        assertThat(closed).containsExactly("closed");
        assertThat(transport.isOver()).isFalse();
        assertThat(poll(0)).containsExactly("bye");
        assertThat(transport.isOver()).isTrue();
    }

    @Test
    void slowReaderShouldBeToldBehindAFullWindow() {
        send("a", "b", "c");
        transport.close(CloseCode.SLOW_READER);
        assertThat(poll(0))
                .hasSize(4)
                .startsWith("a", "b", "c")
                .last()
                .asString()
                .contains("\"code\":4508");
        assertThat(transport.isOver()).isTrue();
    }

    @Test
    void endShouldReachTheWaitingPoll() {
        Waiting waiting = new Waiting();
        transport.await(waiting, transport.arrive(0), true);
        send("bye");
        transport.close(CloseCode.TOKEN);
        runTasks();
        assertThat(waiting.answer()).containsExactly("bye");
        assertThat(transport.isOver()).isTrue();
    }

    @Test
    void endOfTheServerShouldReachTheWaitingPollThoughNoTaskRuns() {
        Waiting waiting = new Waiting();
        transport.await(waiting, transport.arrive(0), true);
        send("bye");
        transport.close(CloseCode.DRAINING);
        assertThat(waiting.answer()).containsExactly("bye");
        assertThat(transport.isOver()).isTrue();
    }

    @Test
    void nothingShouldBeTakenAfterTheEnd() {
        transport.close(CloseCode.SILENT);
        send("a");
        assertThat(done).doesNotContainNull().hasSize(1);
        List<String> closed = new ArrayList<>();
        transport.whenClosed(() -> closed.add("closed"));
        assertThat(closed).containsExactly("closed");
    }

    @Test
    void serverThatShutsDownShouldStillAnswer() {
        PollTransport last = new PollTransport(new Window(3, 1000), task -> {
            throw new RejectedExecutionException();
        });
        Waiting waiting = new Waiting();
        last.await(waiting, last.arrive(0), true);
        last.send("bye", done::add);
        assertThat(waiting.answer()).containsExactly("bye");
    }

    private void send(String... frames) {
        for (String frame : frames) {
            transport.send(frame, done::add);
        }
    }

    private List<String> poll(long received) {
        Waiting poll = new Waiting();
        transport.await(poll, transport.arrive(received), false);
        return poll.answer();
    }

    private void runTasks() {
        tasks.forEach(Runnable::run);
        tasks.clear();
    }

    private static final class Waiting implements Poll {
        private List<String> answer;

        @Override
        public void answer(List<String> frames) {
            if (answer == null) {
                answer = frames;
            }
        }

        boolean isAnswered() {
            return answer != null;
        }

        List<String> answer() {
            assertThat(answer).isNotNull();
            return answer;
        }
    }
}
