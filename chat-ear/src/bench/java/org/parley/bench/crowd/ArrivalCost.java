package org.parley.bench.crowd;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.parley.bench.client.Entrance;
import org.parley.bench.client.Reactor;
import org.parley.bench.client.Requests;
import org.parley.bench.client.Scan;
import org.parley.bench.load.AtOnce;
import org.parley.bench.load.EchoPeer;
import org.parley.bench.load.Guest;
import org.parley.bench.load.GuestCost;
import org.parley.bench.load.Sample;
import org.parley.bench.load.Workload;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.Cpu;
import org.parley.bench.server.Host;
import org.parley.bench.server.People;

/** What each step of an arrival costs the server, by its processor time; one kind of step after the other. */
public final class ArrivalCost implements Workload {

    public static final String NAME = "arrival, one step";
    public static final String VISITOR = "POST /visitors µs";
    public static final String HANDSHAKE = "handshake µs";
    public static final String BARE_HANDSHAKE = "bare handshake µs";
    public static final String HELLO = GuestCost.HELLO;
    public static final String FILE = "file µs";

    private static final int AT_ONCE = 16;
    private static final byte[] TOKEN = Scan.key("token");

    private final Reactor reactor;
    private final ChatHost host;
    private final Host echo;
    private final int count;

    public ArrivalCost(Reactor reactor, ChatHost host, Host echo, int count) {
        this.reactor = reactor;
        this.host = host;
        this.echo = echo;
        this.count = count;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void prepare() {
        measure();
        measure();
    }

    @Override
    public Sample measure() {
        Sample sample = new Sample();
        String[] tokens = new String[count];
        String post = Requests.postJson(host.at("/api/v1/visitors"), "{\"site\":\"" + ChatHost.SITE + "\"}");
        sample.with(VISITOR, ask(post, " 201", tokens));
        sample.with("GET /health µs", ask(Requests.get(host.at("/api/v1/health")), " 200", null));
        sample.with(FILE, ask(Requests.get(host.at("/loader/parley.js")), " 200", null));
        List<Guest> guests =
                Stream.of(tokens).map(People::visitor).map(Guest::new).toList();
        sample.with(HANDSHAKE, cost(host, () -> Entrance.open(reactor, host.socket(), guests)));
        sample.with(
                HELLO,
                cost(
                        host,
                        () -> AtOnce.run(
                                reactor,
                                count,
                                AT_ONCE,
                                (i, done) -> guests.get(i).hello(done))));
        reactor.call(() -> guests.forEach(Guest::leave));
        List<EchoPeer> bare = Stream.generate(EchoPeer::new).limit(count).toList();
        sample.with(BARE_HANDSHAKE, cost(echo, () -> Entrance.open(reactor, echo.socket(), bare)));
        reactor.call(() -> bare.forEach(EchoPeer::leave));
        return sample;
    }

    /** @param tokens null, or where the tokens of the answers go */
    private double ask(String request, String status, String[] tokens) {
        List<Requests> connections = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> new Requests(reactor, host.origin()))
                .toList();
        double micros = cost(
                host,
                () -> AtOnce.run(
                        reactor,
                        count,
                        AT_ONCE,
                        (i, done) -> connections.get(i % AT_ONCE).ask(request, answer -> {
                            if (!answer.startsWith("http/1.1" + status)) {
                                throw new IllegalStateException(answer);
                            }
                            if (tokens != null) {
                                tokens[i] = Scan.text(answer, TOKEN);
                            }
                            done.run();
                        })));
        reactor.call(() -> connections.forEach(Requests::close));
        return micros;
    }

    private double cost(Host server, Runnable all) {
        double before = Cpu.seconds(server.pid());
        all.run();
        return 1e6 * (Cpu.seconds(server.pid()) - before) / count;
    }
}
