package org.parley.bench.crowd;

import java.util.List;
import java.util.Locale;
import org.parley.bench.load.DurableRoundTrip;
import org.parley.bench.load.GuestCost;
import org.parley.bench.load.Sample;
import org.parley.bench.load.Times;
import org.parley.bench.load.Workload;
import org.parley.bench.server.People;
import org.parley.bench.server.People.Person;

/** What the usual things cost while so many wait, and so many operators have no room. */
public final class WaitingCost implements Workload {

    public static final String HELLO = GuestCost.HELLO;
    public static final String START = GuestCost.START;
    public static final String MESSAGE = "message µs";
    /** Of server and database: turns of the routing, and what else happens by itself. */
    public static final String TURNS = "a second's turns µs";

    private static final int CONVERSATIONS = 20;

    private final Times times;
    private final WaitingHost host;
    private final int waiting;
    private final int operators;
    private final GuestCost guests;
    private final DurableRoundTrip talk;

    public WaitingCost(Times times, WaitingHost host, int waiting, int operators) {
        this.times = times;
        this.host = host;
        this.waiting = waiting;
        this.operators = operators;
        guests = new GuestCost(host.reactor(), host.chat(), host.databasePid());
        talk = new DurableRoundTrip(times, host.reactor(), host.chat(), host.databasePid(), CONVERSATIONS);
    }

    public static String name(int waiting, int operators) {
        return String.format(Locale.ROOT, "%,d wait, %,d work", waiting, operators);
    }

    @Override
    public String name() {
        return name(waiting, operators);
    }

    @Override
    public void prepare() {
        List<Person> people = People.operators(operators);
        host.begin(People.visitors(host.chat().database(), waiting), people);
        host.connect(people);
        talk.prepare();
        guests.addTo(new Sample());
        guests.addTo(new Sample());
    }

    @Override
    public Sample measure() {
        Sample sample = guests.addTo(new Sample());
        Sample messages = talk.measure();
        double cores =
                messages.figures().get(Sample.SERVER) + messages.figures().get(Sample.DATABASE);
        double[] turns = host.watch(times.quiet() / 4);
        return sample.with(MESSAGE, 1e6 * cores / messages.figures().get(Sample.RATE))
                .with(TURNS, 1e6 * (turns[0] + turns[1]));
    }

    @Override
    public void end() {
        host.leave();
    }
}
