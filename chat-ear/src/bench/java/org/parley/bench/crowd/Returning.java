package org.parley.bench.crowd;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.parley.bench.client.Line;
import org.parley.bench.client.Reactor;
import org.parley.bench.client.Scan;
import org.parley.bench.load.ChatPeer;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.People.Person;

/**
 * A visitor who comes back after each break, as {@code docs/client.md} wants it: with back-off, jitter and cursors, and
 * not after a refusal that is meant for good.
 */
class Returning {

    private static final int HEARTBEAT = 25;
    private static final long HANDSHAKE_MILLIS = 15_000;
    private static final long LONGEST_PAUSE_MILLIS = 30_000;

    /** After these answers to a handshake, and these close codes, a client stays away or asks its person. */
    private static final Pattern FINAL = Pattern.compile("HTTP/1.1 40[13].*|.* close 44(?!29)\\d\\d.*");

    private final Reactor reactor;
    private final ChatHost host;
    private final Person person;
    private final String conversation;
    private long head;
    private Attempt attempt;
    private boolean live;
    private int breaks;
    private int tries;
    private String refusal;
    private Runnable whenLive = () -> {};
    private long liveAt;

    Returning(Reactor reactor, ChatHost host, Person person, String conversation, long head) {
        this.reactor = reactor;
        this.host = host;
        this.person = person;
        this.conversation = conversation;
        this.head = head;
    }

    boolean isLive() {
        return live;
    }

    /** Since when, in nanoseconds of the clock. */
    long liveAt() {
        return liveAt;
    }

    int tries() {
        return tries;
    }

    /** Why they do not come back, or null. */
    String refusal() {
        return refusal;
    }

    String conversation() {
        return conversation;
    }

    Reactor reactor() {
        return reactor;
    }

    /** @param there is called once, when they are live */
    void come(Runnable there) {
        whenLive = there;
        come();
    }

    private void come() {
        tries++;
        Attempt mine = new Attempt();
        attempt = mine;
        mine.has(conversation, head);
        reactor.open(host.socket(), mine.subprotocols(), mine);
        reactor.later(HANDSHAKE_MILLIS, () -> {
            if (mine == attempt && !live) {
                mine.leave();
                comeLater();
            }
        });
    }

    private void lost(Attempt lost, String why) {
        if (lost != attempt) {
            return;
        }
        live = false;
        if (FINAL.matcher(why).matches()) {
            refusal = why;
        } else {
            comeLater();
        }
    }

    private void comeLater() {
        attempt = null;
        long most = Math.min(LONGEST_PAUSE_MILLIS, 1000L << Math.min(breaks++, 5));
        reactor.later(ThreadLocalRandom.current().nextLong(most + 1), this::come);
    }

    void keepAlive() {
        if (live) {
            attempt.keepAlive(HEARTBEAT);
        }
    }

    void leave() {
        Attempt last = attempt;
        attempt = null;
        live = false;
        if (last != null) {
            last.leave();
        }
    }

    Line line() {
        return attempt.line();
    }

    /** They have what they had missed. */
    void synced() {}

    /** What they sent was stored. */
    void acked() {}

    private final class Attempt extends ChatPeer {

        Attempt() {
            super(person);
        }

        @Override
        public void opened(Line opened) {
            if (this == attempt) {
                super.opened(opened);
            } else {
                opened.close();
            }
        }

        @Override
        protected void synced() {
            live = true;
            liveAt = System.nanoTime();
            breaks = 0;
            Returning.this.synced();
            Runnable told = whenLive;
            whenLive = () -> {};
            told.run();
        }

        @Override
        protected void entry(byte[] bytes, int from, int to) {
            head = Math.max(head, Scan.number(bytes, from, to, SEQ));
        }

        @Override
        protected void ack(byte[] bytes, int from, int to) {
            head = Math.max(head, Scan.number(bytes, from, to, SEQ));
            acked();
        }

        @Override
        protected void lost(String why) {
            Returning.this.lost(this, why);
        }
    }
}
