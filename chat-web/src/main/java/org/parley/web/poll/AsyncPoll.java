package org.parley.web.poll;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.error.ChatException;
import org.parley.web.page.Departure;
import org.parley.web.page.SlowAnswer;
import org.parley.web.protocol.Fault;
import org.parley.web.protocol.FrameArray;
import org.parley.web.protocol.Problem;

/** A request that the container keeps until it is answered. */
final class AsyncPoll implements Poll {
    private static final Logger LOG = Logger.getLogger(AsyncPoll.class.getName());

    private final AsyncContext request;
    private final Departure departure;
    private final AtomicBoolean answered = new AtomicBoolean();
    private volatile Runnable afterwards = () -> {};
    private volatile Runnable late = () -> answer(List.of());

    /**
     * @param seconds how long it may wait for frames; 0 to be answered at once
     * @param before the time until it begins to wait
     */
    AsyncPoll(AsyncContext request, long seconds, Duration before) {
        this.request = request;
        departure = new Departure(request);
        // Without a wait, this is the time for the answer.
        request.setTimeout(
                seconds == 0
                        ? SlowAnswer.PATIENCE_MILLIS
                        : before.plusSeconds(seconds).toMillis());
        request.addListener(new AsyncListener() {
            @Override
            public void onTimeout(AsyncEvent event) {
                late.run();
            }

            @Override
            public void onError(AsyncEvent event) {
                // The client is gone; its frames are kept for its next poll.
                LOG.log(Level.FINE, "A waiting poll failed", event.getThrowable());
            }

            @Override
            public void onComplete(AsyncEvent event) {}

            @Override
            public void onStartAsync(AsyncEvent event) {}
        });
    }

    AsyncContext request() {
        return request;
    }

    /** @param task runs after the answer */
    void whenAnswered(Runnable task) {
        afterwards = task;
    }

    /** @param task runs when no answer came in time; it has to answer */
    void whenLate(Runnable task) {
        late = task;
    }

    /** Runs a task for this poll, and answers a refusal. */
    void refusing(Runnable task) {
        try {
            task.run();
        } catch (ChatException e) {
            refuse(e);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A poll failed", e);
            refuse(Fault.of(e));
        }
    }

    private void refuse(ChatException error) {
        answer(() -> {
            Problem.send((HttpServletResponse) request.getResponse(), error);
            request.complete();
        });
    }

    @Override
    public void answer(List<String> frames) {
        answer(() -> {
            HttpServletResponse response = (HttpServletResponse) request.getResponse();
            response.setStatus(HttpServletResponse.SC_OK);
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            SlowAnswer.complete(request, FrameArray.write(frames).getBytes(StandardCharsets.UTF_8));
        });
    }

    private void answer(Answer answer) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        departure.await();
        try {
            answer.send();
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.FINE, "A poll's client has gone", e);
        }
        afterwards.run();
    }

    private interface Answer {
        void send() throws IOException;
    }
}
