package org.parley.it.fault;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What happens to connections on the way, drawn from a seed: they are cut, slow down, or stand still for a while. */
final class Weather {

    private static final int LONGEST_CALM = 90;
    private static final int LONGEST_DELAY = 150;
    private static final int LONGEST_STALL = 7000;

    private final Network network;
    private final ScheduledExecutorService timer;
    private final SplittableRandom random;
    private final AtomicInteger delays = new AtomicInteger();
    private final AtomicInteger stalls = new AtomicInteger();
    private volatile boolean bad = true;

    Weather(Network network, ScheduledExecutorService timer, SplittableRandom random) {
        this.network = network;
        this.timer = timer;
        this.random = random;
    }

    void begin() {
        timer.schedule(this::strike, 1 + random.nextInt(LONGEST_CALM), TimeUnit.MILLISECONDS);
    }

    /** Breaks nothing from now on, and lets held bytes flow. */
    void clear() {
        bad = false;
        network.heal();
    }

    int delays() {
        return delays.get();
    }

    int stalls() {
        return stalls.get();
    }

    private void strike() {
        if (!bad) {
            return;
        }
        List<Link> links = network.links();
        if (!links.isEmpty()) {
            Link link = links.get(random.nextInt(links.size()));
            boolean upwards = random.nextBoolean();
            int kind = random.nextInt(100);
            if (kind < 60) {
                link.cutAfter(upwards, random.nextInt(kind < 40 ? 300 : 4000), drawCut());
            } else if (kind < 98) {
                delays.incrementAndGet();
                hold(link.gate(upwards), 1 + random.nextInt(LONGEST_DELAY));
            } else {
                stalls.incrementAndGet();
                hold(link.gate(upwards), 500 + random.nextInt(LONGEST_STALL - 500));
            }
        }
        begin();
    }

    private void hold(Gate gate, int millis) {
        gate.shut();
        timer.schedule(gate::open, millis, TimeUnit.MILLISECONDS);
    }

    private Link.Cut drawCut() {
        int kind = random.nextInt(100);
        if (kind < 45) {
            return Link.Cut.RESET;
        }
        if (kind < 75) {
            return Link.Cut.END;
        }
        return kind < 95 ? Link.Cut.HALF_END : Link.Cut.SILENCE;
    }
}
