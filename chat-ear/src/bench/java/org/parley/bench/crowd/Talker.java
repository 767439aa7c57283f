package org.parley.bench.crowd;

import org.parley.bench.client.Reactor;
import org.parley.bench.load.Loop;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.People.Person;

/** A visitor who writes a message each second, and writes it again when a break took its answer. */
final class Talker extends Returning {

    private static final long PAUSE_MILLIS = 1000;

    /** Before the numbers of its messages, which must be new ones each time. */
    private final String series = "talk-" + System.nanoTime() + "-";

    private final Loop loop;
    private int sent;
    private int acks;
    private long sentAt;

    Talker(Reactor reactor, ChatHost host, Person person, String conversation, long head, Loop loop) {
        super(reactor, host, person, conversation, head);
        this.loop = loop;
    }

    int acks() {
        return acks;
    }

    boolean isWaiting() {
        return acks < sent;
    }

    /** To be called while live. */
    void begin() {
        next();
    }

    @Override
    void synced() {
        if (isWaiting()) {
            send();
        } else if (sent > 0) {
            next();
        }
    }

    private void next() {
        if (loop.isRunning() && isLive() && !isWaiting()) {
            sent++;
            send();
        }
    }

    private void send() {
        sentAt = System.nanoTime();
        line().send("{\"type\":\"send\",\"id\":\"" + series + sent + "\",\"conversation\":\"" + conversation()
                + "\",\"text\":\"" + "x".repeat(100) + "\"}");
    }

    @Override
    void acked() {
        acks++;
        loop.record(System.nanoTime() - sentAt);
        reactor().later(PAUSE_MILLIS, this::next);
    }
}
