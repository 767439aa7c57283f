package org.parley.bench.crowd;

import java.util.List;
import java.util.Locale;
import org.parley.bench.load.Sample;
import org.parley.bench.load.Times;
import org.parley.bench.load.Workload;
import org.parley.bench.server.People;
import org.parley.bench.server.People.Person;

/** What a server uses while nothing happens, with visitors connected, of whom some wait for an operator. */
public final class WaitingIdle implements Workload {

    public static final String SERVER = "idle server cores";
    public static final String DATABASE = "idle database cores";

    private final Times times;
    private final WaitingHost host;
    private final int visitors;
    private final int waiting;

    public WaitingIdle(Times times, WaitingHost host, int visitors, int waiting) {
        this.times = times;
        this.host = host;
        this.visitors = visitors;
        this.waiting = waiting;
    }

    public static String name(int visitors, int waiting) {
        return String.format(Locale.ROOT, "%,d visitors, %,d wait", visitors, waiting);
    }

    @Override
    public String name() {
        return name(visitors, waiting);
    }

    @Override
    public void prepare() {
        List<Person> people = People.visitors(host.chat().database(), visitors);
        host.begin(people.subList(0, waiting), List.of());
        host.connect(people);
        host.watch(times.quiet() / 2);
    }

    @Override
    public Sample measure() {
        double[] used = host.watch(times.quiet() / 2);
        return new Sample().with(SERVER, used[0]).with(DATABASE, used[1]);
    }

    @Override
    public void end() {
        host.leave();
    }
}
