package org.parley.web.connection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.parley.web.protocol.CloseCode;

/** A transport that treats frames as a test says, and answers no close. */
public final class FakeTransport implements Transport {
    public final List<CloseCode> closed = new ArrayList<>();
    public int pings;
    public boolean dead;
    private final BiConsumer<String, Consumer<Throwable>> onSend;

    public FakeTransport(BiConsumer<String, Consumer<Throwable>> onSend) {
        this.onSend = onSend;
    }

    /** Takes every frame at once. */
    public static FakeTransport into(List<String> frames) {
        return new FakeTransport((frame, done) -> {
            frames.add(frame);
            done.accept(null);
        });
    }

    @Override
    public void send(String frame, Consumer<Throwable> done) {
        onSend.accept(frame, done);
    }

    @Override
    public void ping() throws IOException {
        pings++;
        if (dead) {
            throw new IOException("dead");
        }
    }

    @Override
    public void close(CloseCode code) {
        closed.add(code);
    }
}
