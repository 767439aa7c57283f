package org.parley.it.fault;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.it.server.Parley;

/** The way to a server, with connections that can be broken one by one. */
final class Network implements Parley, Closeable {

    private final URI server;
    private final ServerSocket entrance;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final Map<Link.Cut, AtomicInteger> cuts = new EnumMap<>(Link.Cut.class);
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "network");
        thread.setDaemon(true);
        return thread;
    });

    private Network(URI server) throws IOException {
        this.server = server;
        this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        for (Link.Cut cut : Link.Cut.values()) {
            cuts.put(cut, new AtomicInteger());
        }
    }

    static Network to(Parley parley) {
        try {
            Network network = new Network(parley.origin());
            network.threads.execute(network::accept);
            return network;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public URI origin() {
        return URI.create("http://localhost:" + entrance.getLocalPort());
    }

    List<Link> links() {
        return List.copyOf(links);
    }

    /** How many connections were cut, in each way. */
    Map<Link.Cut, Integer> cuts() {
        Map<Link.Cut, Integer> counts = new EnumMap<>(Link.Cut.class);
        cuts.forEach((cut, count) -> counts.put(cut, count.get()));
        return counts;
    }

    int allCuts() {
        return cuts().values().stream().mapToInt(Integer::intValue).sum();
    }

    void heal() {
        links.forEach(Link::heal);
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                threads.execute(() -> connect(client));
            } catch (IOException e) {
                // Closed, or the client left at once.
            }
        }
    }

    private void connect(Socket client) {
        Socket up = new Socket();
        Link link = new Link(client, up, cut -> cuts.get(cut).incrementAndGet(), links::remove);
        try {
            client.setTcpNoDelay(true);
            up.setTcpNoDelay(true);
            up.connect(new InetSocketAddress(server.getHost(), server.getPort()), 5_000);
            links.add(link);
            link.begin(threads);
        } catch (IOException e) {
            link.reset();
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
        links().forEach(Link::reset);
        threads.shutdownNow();
    }
}
