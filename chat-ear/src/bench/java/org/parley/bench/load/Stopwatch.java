package org.parley.bench.load;

import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;
import org.parley.bench.server.Cpu;

/** Time, and the processors' time of server, client and database meanwhile. */
public final class Stopwatch {

    private final long server;
    private final long database;
    private long began;
    private double[] before;
    private double elapsed;
    private double[] used;

    /** @param server a process, as {@code database} is; 0 when there is none */
    Stopwatch(long server, long database) {
        this.server = server;
        this.database = database;
    }

    void start() {
        before = cpu();
        began = System.nanoTime();
    }

    void stop() {
        elapsed = (System.nanoTime() - began) / 1e9;
        used = cpu();
        for (int i = 0; i < used.length; i++) {
            used[i] -= before[i];
        }
    }

    double elapsed() {
        return elapsed;
    }

    /** Seconds of all processors that the server used. */
    double serverSeconds() {
        return used[0];
    }

    /** How often each second, how fast, and at what cost. */
    Sample sample(Latencies latencies) {
        latencies.sort();
        return cost(
                new Sample()
                        .with(Sample.RATE, latencies.count() / elapsed)
                        .with(Sample.P50, latencies.percentile(0.5))
                        .with(Sample.P95, latencies.percentile(0.95))
                        .with(Sample.P99, latencies.percentile(0.99))
                        .with("max ms", latencies.percentile(1)),
                latencies.count());
    }

    Sample cost(Sample sample, long count) {
        return sample.with(Sample.SERVER, used[0] / elapsed)
                .with(Sample.CLIENT, used[1] / elapsed)
                .with(Sample.DATABASE, used[2] / elapsed)
                .with(Sample.COST, count == 0 ? 0 : 1e6 * (used[0] + used[1] + used[2]) / count);
    }

    private double[] cpu() {
        return new double[] {process(server), own(), process(database)};
    }

    private static double process(long pid) {
        return pid == 0 ? 0 : Cpu.seconds(pid);
    }

    /** Without what the client's children, which are the servers, use. */
    private static double own() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return system.getProcessCpuTime() / 1e9;
    }

    public static void sleep(double seconds) {
        try {
            TimeUnit.MILLISECONDS.sleep(Math.round(1000 * seconds));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
