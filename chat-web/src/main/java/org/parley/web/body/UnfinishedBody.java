package org.parley.web.body;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

/** A body on its way. */
final class UnfinishedBody implements ReadListener {
    private static final Logger LOG = Logger.getLogger(UnfinishedBody.class.getName());
    private static final int PART = 8192;

    private final ServletInputStream stream;
    private final long length;
    private final int mostBytes;
    private final Instant deadline;
    private final Consumer<byte[]> then;
    private final Consumer<ChatException> otherwise;
    private final Consumer<UnfinishedBody> whenOver;
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final AtomicBoolean over = new AtomicBoolean();

    /**
     * @param length the announced number of bytes, or -1
     * @param whenOver runs before one of both is called, once, on the same thread
     */
    UnfinishedBody(
            ServletInputStream stream,
            long length,
            int mostBytes,
            Instant deadline,
            Consumer<byte[]> then,
            Consumer<ChatException> otherwise,
            Consumer<UnfinishedBody> whenOver) {
        this.stream = stream;
        this.length = length;
        this.mostBytes = mostBytes;
        this.deadline = deadline;
        this.then = then;
        this.otherwise = otherwise;
        this.whenOver = whenOver;
    }

    @Override
    public void onDataAvailable() throws IOException {
        byte[] part = new byte[PART];
        while (!over.get() && stream.isReady()) {
            int count = stream.read(part, 0, wanted());
            if (count < 0) {
                return; // onAllDataRead follows
            }
            content.write(part, 0, count);
            if (content.size() > mostBytes) {
                fail(Bodies.tooLarge(mostBytes));
            } else if (content.size() == length) {
                // Grizzly does not report it for a request that offers HTTP/2 or another upgrade.
                onAllDataRead();
            }
        }
    }

    /** Never a byte of the next request. */
    private int wanted() {
        return length < 0 ? PART : (int) Math.min(PART, length - content.size());
    }

    @Override
    public void onAllDataRead() {
        if (end()) {
            then.accept(content.toByteArray());
        }
    }

    @Override
    public void onError(Throwable failure) {
        LOG.log(Level.FINE, "A client went away within its request", failure);
        fail(new ChatException(ErrorCode.PROTOCOL, "The body ended early."));
    }

    boolean isLate(Instant now) {
        return now.isAfter(deadline);
    }

    /** @param executor answers, because even a short answer may wait for a client that does not read */
    void giveUp(Executor executor) {
        if (end()) {
            executor.execute(() -> otherwise.accept(new ChatException(
                    ErrorCode.TIMEOUT, "The body did not come in time. Send the whole request again.")));
        }
    }

    void fail(ChatException error) {
        if (end()) {
            otherwise.accept(error);
        }
    }

    private boolean end() {
        boolean first = over.compareAndSet(false, true);
        if (first) {
            whenOver.accept(this);
        }
        return first;
    }
}
