package org.parley.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.People;
import org.parley.it.client.Siege;

/** W5: one conversation, first in quiet, then while slow clients hang on the server. */
public final class Besieged implements Workload {

    /** How much longer a message takes then. */
    public static final String RATIO = "p50 against quiet";

    public static final String RATIO_99 = "p99 against quiet";

    private static final int PAUSE_MILLIS = 5;

    private final DurableRoundTrip pair;
    private final ChatHost host;
    private final Siege.Attack attack;

    public Besieged(DurableRoundTrip pair, ChatHost host, Siege.Attack attack) {
        this.pair = pair;
        this.host = host;
        this.attack = attack;
    }

    public static String name(Siege.Attack attack) {
        return "W5 " + attack;
    }

    @Override
    public String name() {
        return name(attack);
    }

    @Override
    public void prepare() {
        pair.prepare();
    }

    @Override
    public Sample measure() {
        Sample quiet = pair.measure();
        Sample besieged = besieged();
        return besieged.with(RATIO, ratio(besieged, quiet, Sample.P50))
                .with(RATIO_99, ratio(besieged, quiet, Sample.P99));
    }

    private Sample besieged() {
        ScheduledExecutorService hand = Executors.newSingleThreadScheduledExecutor();
        String token = People.visitors(host.database(), 1).get(0).token();
        try (Siege siege = new Siege(URI.create("http://" + host.socket().getAuthority()), attack, token)) {
            hand.scheduleWithFixedDelay(siege::drip, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            return pair.measure();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            hand.shutdownNow();
        }
    }

    private static double ratio(Sample one, Sample other, String figure) {
        return one.figures().get(figure) / other.figures().get(figure);
    }
}
