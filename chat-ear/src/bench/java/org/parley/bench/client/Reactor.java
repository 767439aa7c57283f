package org.parley.bench.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;

/** One thread that serves all sockets of the benchmark. */
public final class Reactor implements AutoCloseable {

    /** Longer than any frame of the server's. */
    private static final int SPACE = 4 << 20;

    private final Selector selector;
    private final Thread thread = new Thread(this::run, "bench-client");
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(Reactor::daemon);
    private final ByteBuffer space = ByteBuffer.allocate(SPACE);
    private volatile RuntimeException failure;
    private volatile boolean ended;

    public Reactor() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    private static Thread daemon(Runnable task) {
        Thread made = new Thread(task, "bench-clock");
        made.setDaemon(true);
        return made;
    }

    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    /** Returns when the task has run on the reactor's thread. */
    public void call(Runnable task) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        execute(() -> {
            try {
                task.run();
                done.complete(null);
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        done.join();
        check();
    }

    /** Throws what a listener has thrown. */
    public void check() {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }

    public void open(URI address, List<String> subprotocols, Listener listener) {
        byte[] handshake = Frames.handshake(address, subprotocols);
        execute(() -> {
            try {
                connect(address, (channel, key) -> new Line(channel, key, handshake, listener));
            } catch (UncheckedIOException e) {
                listener.closed(e.getMessage());
            }
        });
    }

    /** To be called on the reactor's thread. */
    void connect(URI address, BiFunction<SocketChannel, SelectionKey, Wire> maker) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            key.attach(maker.apply(channel, key));
            channel.connect(new InetSocketAddress("127.0.0.1", address.getPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs the task on the reactor's thread after that time. */
    public void later(long millis, Runnable task) {
        clock.schedule(() -> execute(task), millis, TimeUnit.MILLISECONDS);
    }

    /** Runs the task on the reactor's thread again and again, until it is cancelled. */
    public Future<?> every(long millis, Runnable task) {
        return clock.scheduleAtFixedRate(() -> execute(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    private void run() {
        while (!ended) {
            try {
                selector.select(key -> guarded(() -> ((Wire) key.attachment()).ready(space)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                guarded(task);
            }
        }
    }

    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            failure = failure == null ? e : failure;
        }
    }

    @Override
    public void close() {
        ended = true;
        clock.shutdownNow();
        selector.wakeup();
    }
}
