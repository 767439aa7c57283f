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

/** One thread that serves all sockets of the benchmark. */
public final class Reactor implements AutoCloseable {

    /** Longer than any frame of the server's. */
    private static final int SPACE = 4 << 20;

    private final Selector selector;
    private final Thread thread = new Thread(this::run, "bench-client");
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
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
        execute(() -> connect(address, handshake, listener));
    }

    private void connect(URI address, byte[] handshake, Listener listener) {
        try {
            SocketChannel channel = SocketChannel.open();
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(selector, SelectionKey.OP_CONNECT);
            key.attach(new Line(channel, key, handshake, listener));
            channel.connect(new InetSocketAddress("127.0.0.1", address.getPort()));
        } catch (IOException e) {
            listener.closed(e.toString());
        }
    }

    private void run() {
        while (!ended) {
            try {
                selector.select(key -> ready((Line) key.attachment()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
        }
    }

    private void ready(Line line) {
        try {
            line.ready(space);
        } catch (RuntimeException e) {
            failure = failure == null ? e : failure;
        }
    }

    @Override
    public void close() {
        ended = true;
        selector.wakeup();
    }
}
