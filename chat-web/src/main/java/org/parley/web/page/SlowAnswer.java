package org.parley.web.page;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Sends an answer as fast as its reader takes it. No thread waits for a client that does not read. */
public final class SlowAnswer implements WriteListener {
    /** After this time a client that has not read everything is cut off. */
    public static final long PATIENCE_MILLIS = TimeUnit.SECONDS.toMillis(60);

    private static final Logger LOG = Logger.getLogger(SlowAnswer.class.getName());
    private static final int PART = 8192;

    private final AsyncContext request;
    private final ServletOutputStream out;
    private final byte[] content;
    private int sent;

    private SlowAnswer(AsyncContext request, ServletOutputStream out, byte[] content) {
        this.request = request;
        this.out = out;
        this.content = content;
    }

    /** Answers a request with this content; its status and headers have been set. */
    public static void write(HttpServletRequest request, HttpServletResponse response, byte[] content)
            throws IOException {
        // The server takes a short answer without waiting. After a dispatch a request cannot safely be kept again
        // (Payara).
        if (content.length <= PART
                || !request.isAsyncSupported()
                || request.getDispatcherType() == DispatcherType.ASYNC) {
            response.getOutputStream().write(content);
            return;
        }
        AsyncContext async = request.startAsync(request, response);
        async.setTimeout(PATIENCE_MILLIS);
        Departure departure = new Departure(async);
        // On a thread of its own: Grizzly answers the next request of the connection from within this one's completion.
        async.start(() -> {
            departure.await();
            begin(async, content);
        });
    }

    /** The same for a request in asynchronous mode, which it completes. */
    public static void complete(AsyncContext request, byte[] content) throws IOException {
        if (content.length <= PART) {
            request.getResponse().getOutputStream().write(content);
            request.complete();
        } else {
            begin(request, content);
        }
    }

    private static void begin(AsyncContext request, byte[] content) {
        try {
            ServletOutputStream out = request.getResponse().getOutputStream();
            out.setWriteListener(new SlowAnswer(request, out, content));
        } catch (IOException | IllegalStateException e) {
            LOG.log(Level.FINE, "A client went away before its answer", e);
        }
    }

    @Override
    public void onWritePossible() throws IOException {
        while (out.isReady()) {
            if (sent == content.length) {
                request.complete();
                return;
            }
            int length = Math.min(PART, content.length - sent);
            out.write(content, sent, length);
            sent += length;
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.log(Level.FINE, "A client went away before it had its answer", failure);
        try {
            request.complete();
        } catch (IllegalStateException e) {
            LOG.log(Level.FINE, "Its request is over already", e);
        }
    }
}
