package org.parley.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.parley.bench.client.Reactor;
import org.parley.bench.crowd.ArrivalCost;
import org.parley.bench.crowd.ArrivalRate;
import org.parley.bench.crowd.FirstMinute;
import org.parley.bench.crowd.Soak;
import org.parley.bench.crowd.Storm;
import org.parley.bench.crowd.WaitingCost;
import org.parley.bench.crowd.WaitingHost;
import org.parley.bench.crowd.WaitingIdle;
import org.parley.bench.load.Besieged;
import org.parley.bench.load.DurableRoundTrip;
import org.parley.bench.load.EchoRoundTrip;
import org.parley.bench.load.Growth;
import org.parley.bench.load.GuestCost;
import org.parley.bench.load.Idle;
import org.parley.bench.load.JdbcCommits;
import org.parley.bench.load.MissedEntries;
import org.parley.bench.load.Starts;
import org.parley.bench.load.Times;
import org.parley.bench.load.Workload;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.Host;
import org.parley.it.client.Siege;

/** What the plan asks for. */
final class Workloads {

    private static final int MOST_LOOPS = 500;
    private static final int MOST_DATABASE_CONNECTIONS = 100;

    private final Plan plan;
    private final Times times;
    private final Reactor reactor;
    private final Servers servers;

    Workloads(Plan plan, Reactor reactor, Servers servers) {
        this.plan = plan;
        this.times = plan.times();
        this.reactor = reactor;
        this.servers = servers;
    }

    List<Workload> loops() {
        List<Workload> workloads = new ArrayList<>();
        if (plan.has("echo-default")) {
            echo(workloads, servers.plainEcho());
        }
        if (plan.has("echo")) {
            echo(workloads, servers.tunedEcho());
        }
        if (plan.asksFor("wildfly-echo")) {
            echo(workloads, servers.wildFlyEcho());
        }
        if (plan.has("jdbc")) {
            String url = servers.database().fresh();
            plan.sizesUpTo(MOST_DATABASE_CONNECTIONS)
                    .forEach(size -> workloads.add(new JdbcCommits(times, servers.database(), url, size)));
        }
        if (plan.has("W1")) {
            plan.sizesUpTo(MOST_LOOPS).forEach(size -> workloads.add(roundTrip(servers.chat(), size)));
        }
        if (plan.has("W3")) {
            workloads.add(new Starts(reactor, servers.chat(), databasePid(), plan.starts()));
        }
        if (plan.has("W5")) {
            DurableRoundTrip pair = roundTrip(servers.chat(), 1);
            Stream.of(Siege.Attack.values())
                    .forEach(attack -> workloads.add(new Besieged(pair, servers.chat(), attack)));
        }
        if (plan.has("W4")) {
            workloads.add(new MissedEntries(reactor, servers.chat(), databasePid()));
        }
        if (plan.has("arrival")) {
            workloads.add(new ArrivalRate(times, reactor, servers.chat(), databasePid()));
            workloads.add(new ArrivalCost(reactor, servers.chat(), servers.tunedEcho(), plan.arrivals()));
        }
        return workloads;
    }

    private void echo(List<Workload> workloads, Host host) {
        plan.sizesUpTo(MOST_LOOPS).forEach(size -> workloads.add(new EchoRoundTrip(times, reactor, host, size)));
    }

    private DurableRoundTrip roundTrip(ChatHost host, int size) {
        return new DurableRoundTrip(times, reactor, host, databasePid(), size);
    }

    private long databasePid() {
        return servers.database().pid();
    }

    List<Workload> idle() {
        List<Workload> workloads = new ArrayList<>();
        if (plan.has("W2")) {
            plan.idle()
                    .forEach(
                            size -> workloads.add(new Idle(times, reactor, servers.chat(), servers.tunedEcho(), size)));
        }
        return workloads;
    }

    /** Those that start a server each time. */
    List<Workload> firstMinutes() {
        return plan.has("first-minute")
                ? List.of(
                        FirstMinute.ofMessages(times, reactor, servers.database()),
                        FirstMinute.ofStarts(reactor, servers.database()))
                : List.of();
    }

    /** Those that cannot take turns, because their database grows or changes: all rounds of one, then the next one. */
    Stream<Workload> steps() {
        return Stream.<Supplier<Stream<Workload>>>of(this::storm, this::waiting, this::growth, this::soak)
                .flatMap(Supplier::get);
    }

    private Stream<Workload> storm() {
        return withServer("storm", plan.has("storm"), host -> Stream.of(new Storm(reactor, host, plan.storm())));
    }

    private Stream<Workload> waiting() {
        return withServer("waiting", plan.has("waiting"), chat -> {
            WaitingHost host = new WaitingHost(reactor, chat, servers.database());
            return Stream.concat(
                    plan.waiting().map(pair -> new WaitingIdle(times, host, pair[1], pair[0])),
                    plan.crowds().map(pair -> new WaitingCost(times, host, pair[0], pair[1])));
        });
    }

    private Stream<Workload> growth() {
        return withServer("growth", plan.has("growth"), host -> {
            Growth.warmUp(roundTrip(host, 100), host);
            DurableRoundTrip roundTrip = roundTrip(host, 100);
            GuestCost guests = new GuestCost(reactor, host, databasePid());
            return plan.growth().mapToObj(entries -> new Growth(roundTrip, guests, host, entries));
        });
    }

    private Stream<Workload> soak() {
        return withServer(
                "soak",
                plan.asksFor("soak"),
                host -> Stream.of(new Soak(times, reactor, host, databasePid(), plan.minutes())));
    }

    /** Its server ends with the last of its workloads. */
    private Stream<Workload> withServer(String name, boolean wanted, Function<ChatHost, Stream<Workload>> workloads) {
        if (!wanted) {
            return Stream.empty();
        }
        ChatHost host = servers.newChat(name);
        return workloads.apply(host).onClose(host::close);
    }
}
