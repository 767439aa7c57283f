package org.parley.bench;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.parley.bench.server.BenchDatabase;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.EchoHost;
import org.parley.bench.server.Host;
import org.parley.bench.server.Trial;
import org.parley.bench.server.WildFlyHost;

/** The servers of this run, each started when it is first asked for. */
final class Servers implements AutoCloseable {

    private final Deque<Runnable> ends = new ArrayDeque<>();
    private BenchDatabase database;
    private ChatHost chat;
    private Host tunedEcho;

    /** Its version, or null when none was needed. */
    String databaseVersion() {
        return database == null ? null : database.version();
    }

    BenchDatabase database() {
        if (database == null) {
            database = started(BenchDatabase::new, BenchDatabase::close);
        }
        return database;
    }

    /** The one that most workloads share. */
    ChatHost chat() {
        if (chat == null) {
            chat = newChat("W1");
        }
        return chat;
    }

    /** One with a database of its own. */
    ChatHost newChat(String name) {
        return started(() -> new ChatHost(name, database().fresh(), Trial.asked()), ChatHost::close);
    }

    Host tunedEcho() {
        if (tunedEcho == null) {
            tunedEcho = started(() -> EchoHost.tuned(Trial.asked()), EchoHost::close);
        }
        return tunedEcho;
    }

    Host plainEcho() {
        return started(EchoHost::plain, EchoHost::close);
    }

    Host wildFlyEcho() {
        return started(WildFlyHost::new, WildFlyHost::close);
    }

    private <T> T started(Supplier<T> starter, Consumer<T> end) {
        T server = starter.get();
        ends.push(() -> end.accept(server));
        return server;
    }

    @Override
    public void close() {
        while (!ends.isEmpty()) {
            ends.pop().run();
        }
    }
}
