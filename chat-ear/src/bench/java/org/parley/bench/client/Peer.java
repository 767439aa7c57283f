package org.parley.bench.client;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** One end of a line: opens, gets ready, talks, stays alive. */
public abstract class Peer implements Listener {

    private final byte[] ping;
    private Line line;
    private Consumer<String> ready;
    private boolean leaving;

    protected Peer(String ping) {
        this.ping = ping.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    public abstract List<String> subprotocols();

    /** @param told null when ready, else why it failed */
    void whenReady(Consumer<String> told) {
        ready = told;
    }

    protected void beReady() {
        tell(null);
    }

    private void tell(String why) {
        Consumer<String> told = ready;
        ready = null;
        if (told != null) {
            told.accept(why);
        }
    }

    public Line line() {
        return line;
    }

    @Override
    public void opened(Line opened) {
        line = opened;
    }

    @Override
    public void closed(String why) {
        tell(why);
        if (!leaving) {
            lost(why);
        }
    }

    /** The line broke without our wish. */
    protected abstract void lost(String why);

    public void leave() {
        leaving = true;
        if (line != null) {
            line.close();
        }
    }

    /** Sends a ping when nothing was sent for so long. */
    public void keepAlive(int seconds) {
        if (line != null && line.isOpen() && line.quiet() > TimeUnit.SECONDS.toNanos(seconds)) {
            line.send(ping, ping.length);
        }
    }
}
