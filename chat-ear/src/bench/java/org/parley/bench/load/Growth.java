package org.parley.bench.load;

import java.util.Locale;
import org.parley.bench.server.BenchDatabase;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.Filling;

/** W1, hello and start once the database has so many entries; the steps of one database follow each other. */
public final class Growth implements Workload {

    public static final String ENTRIES = "entries";

    /** After one first load this server was still a third slower than after the other steps' filling. */
    private static final int FIRST_LOADS = 5;

    private final DurableRoundTrip roundTrip;
    private final GuestCost guests;
    private final ChatHost host;
    private final long entries;

    public Growth(DurableRoundTrip roundTrip, GuestCost guests, ChatHost host, long entries) {
        this.roundTrip = roundTrip;
        this.guests = guests;
        this.host = host;
        this.entries = entries;
    }

    public static String name(long entries) {
        return String.format(Locale.ROOT, "W1 100 from %,d", entries);
    }

    /** Brings a server that is new to its speed, with conversations that are thrown away: the first step begins at none. */
    public static void warmUp(DurableRoundTrip other, ChatHost host) {
        for (int load = 0; load < FIRST_LOADS; load++) {
            other.prepare();
        }
        BenchDatabase.execute(host.database(), "truncate conversation cascade");
    }

    @Override
    public String name() {
        return name(entries);
    }

    @Override
    public void prepare() {
        if (entries == 0) {
            roundTrip.prepare();
            guests.addTo(new Sample());
        }
        Filling.until(host.database(), entries);
    }

    @Override
    public Sample measure() {
        return guests.addTo(roundTrip.measure())
                .with(ENTRIES, BenchDatabase.number(host.database(), "select count(*) from entry"));
    }
}
