package org.parley.web.poll;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.web.protocol.FrameArray;

/** A request that the container keeps until somebody answers it. */
final class AsyncPoll implements Poll {
    private static final Logger LOG = Logger.getLogger(AsyncPoll.class.getName());

    private final AsyncContext request;
    private final Runnable afterwards;
    private final AtomicBoolean answered = new AtomicBoolean();

    /** @param afterwards runs once it was answered */
    AsyncPoll(AsyncContext request, Runnable afterwards) {
        this.request = request;
        this.afterwards = afterwards;
    }

    /** @param late runs when nobody has answered for so long; it has to answer */
    void limit(long seconds, Runnable late) {
        request.setTimeout(TimeUnit.SECONDS.toMillis(seconds)); // 0 is no limit: then it is answered at once
        request.addListener(new AsyncListener() {
            @Override
            public void onTimeout(AsyncEvent event) {
                late.run();
            }

            @Override
            public void onError(AsyncEvent event) {
                // The client is gone; what it did not get is kept for its next poll.
                LOG.log(Level.FINE, "A waiting poll failed", event.getThrowable());
            }

            @Override
            public void onComplete(AsyncEvent event) {}

            @Override
            public void onStartAsync(AsyncEvent event) {}
        });
    }

    @Override
    public void answer(List<String> frames) {
        if (!answered.compareAndSet(false, true)) {
            return;
        }
        try {
            ServletResponse response = request.getResponse();
            response.setContentType("application/json");
            response.setCharacterEncoding("UTF-8");
            response.getOutputStream().write(FrameArray.write(frames).getBytes(StandardCharsets.UTF_8));
            request.complete();
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.FINE, "A poll's client has gone", e);
        }
        afterwards.run();
    }
}
