package org.parley.bench.load;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.stream.Stream;
import org.parley.bench.client.Entrance;
import org.parley.bench.client.Peer;
import org.parley.bench.client.Reactor;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.Cpu;
import org.parley.bench.server.Host;
import org.parley.bench.server.Memory;
import org.parley.bench.server.People;

/** W2: the cost of idle connections with heartbeats only; Parley's and bare ones in the same minute. */
public final class Idle implements Workload {

    public static final String CHAT_HEAP = "chat heap KiB";
    public static final String ECHO_HEAP = "echo heap KiB";

    private static final int HEARTBEAT = 25;
    private static final int SPARE_FILES = 500;

    private final Times times;
    private final Reactor reactor;
    private final ChatHost chat;
    private final Host echo;
    private final int connections;

    public Idle(Times times, Reactor reactor, ChatHost chat, Host echo, int connections) {
        this.times = times;
        this.reactor = reactor;
        this.chat = chat;
        this.echo = echo;
        this.connections = connections;
    }

    @Override
    public String name() {
        return "W2 idle " + connections;
    }

    @Override
    public void prepare() {
        var system = (com.sun.management.UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long needed = 2L * connections + SPARE_FILES;
        if (system.getMaxFileDescriptorCount() < needed) {
            throw new IllegalStateException(
                    name() + " needs " + needed + " open files: ulimit -n " + needed + ", or leave W2 out");
        }
    }

    @Override
    public Sample measure() {
        Memory[] before = memories();
        double[] base = watch(List.of(), times.quiet() / 2);
        List<ChatPeer> visitors = People.visitors(chat.database(), connections).stream()
                .map(ChatPeer::new)
                .toList();
        List<EchoPeer> echoes =
                Stream.generate(EchoPeer::new).limit(connections).toList();
        Entrance.open(reactor, chat.socket(), visitors);
        Entrance.open(reactor, echo.socket(), echoes);
        List<Peer> all = Stream.<Peer>concat(visitors.stream(), echoes.stream()).toList();
        double[] used = watch(all, times.quiet());
        Memory[] after = memories();
        reactor.call(() -> all.forEach(Peer::leave));
        return new Sample()
                .with(CHAT_HEAP, kib(after[0].heap() - before[0].heap()))
                .with(ECHO_HEAP, kib(after[1].heap() - before[1].heap()))
                .with("chat RSS KiB", kib(after[0].resident() - before[0].resident()))
                .with("echo RSS KiB", kib(after[1].resident() - before[1].resident()))
                .with("chat µs/s", 1e6 * (used[0] - base[0]) / connections)
                .with("echo µs/s", 1e6 * (used[1] - base[1]) / connections)
                .with("idle server cores", base[0]);
    }

    private double kib(double bytes) {
        return bytes / 1024 / connections;
    }

    private Memory[] memories() {
        return new Memory[] {Memory.of(chat.pid()), Memory.of(echo.pid())};
    }

    /** The processors' time that both servers use each second. */
    private double[] watch(List<Peer> peers, double seconds) {
        double[] before = {Cpu.seconds(chat.pid()), Cpu.seconds(echo.pid())};
        for (int second = 0; second < seconds; second++) {
            Stopwatch.sleep(1);
            reactor.execute(() -> peers.forEach(peer -> peer.keepAlive(HEARTBEAT)));
        }
        return new double[] {
            (Cpu.seconds(chat.pid()) - before[0]) / seconds, (Cpu.seconds(echo.pid()) - before[1]) / seconds
        };
    }
}
