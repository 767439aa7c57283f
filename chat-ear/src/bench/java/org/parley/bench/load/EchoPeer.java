package org.parley.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.parley.bench.client.Line;
import org.parley.bench.client.Peer;

/** Sends 100 bytes, and again when they come back. */
public final class EchoPeer extends Peer {

    private static final byte[] FRAME = "x".repeat(100).getBytes(StandardCharsets.US_ASCII);

    private Meter meter;
    private long sentAt;

    public EchoPeer() {
        super("{\"type\":\"ping\"}");
    }

    @Override
    public List<String> subprotocols() {
        return List.of();
    }

    @Override
    public void opened(Line opened) {
        super.opened(opened);
        beReady();
    }

    void begin(Meter with) {
        meter = with;
        next();
    }

    private void next() {
        sentAt = System.nanoTime();
        line().send(FRAME, FRAME.length);
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        if (meter == null) {
            return;
        }
        meter.record(System.nanoTime() - sentAt);
        if (meter.isRunning()) {
            next();
        }
    }

    @Override
    protected void lost(String why) {
        throw new IllegalStateException("the echo ended: " + why);
    }
}
