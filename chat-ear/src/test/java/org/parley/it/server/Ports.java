package org.parley.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Free ports, from {@code parley.it.ports} (such as 9200-9299) where it is set, else any that the system gives. */
public final class Ports {

    private static final String RANGE = System.getProperty("parley.it.ports", "");
    private static int next;

    private Ports() {}

    public static synchronized int free() {
        if (RANGE.isBlank()) {
            return tryToBind(0);
        }
        String[] ends = RANGE.split("-");
        int first = Integer.parseInt(ends[0]);
        int last = Integer.parseInt(ends[1]);
        for (int tries = first; tries <= last; tries++) {
            int port = first + next++ % (last - first + 1);
            if (tryToBind(port) == port) {
                return port;
            }
        }
        throw new IllegalStateException("no free port in " + RANGE);
    }

    private static int tryToBind(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            if (port == 0) {
                throw new UncheckedIOException(e);
            }
            return -1;
        }
    }
}
