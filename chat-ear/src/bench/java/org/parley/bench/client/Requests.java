package org.parley.bench.client;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Asks one request of HTTP after the other, on a connection that stays open as long as the server likes; what waits has
 * the next turn. All of it happens on the reactor's thread.
 */
public final class Requests {

    private static final int TRIES = 3;

    private final Reactor reactor;
    private final URI server;
    private final Queue<Request> waiting = new ArrayDeque<>();
    private Answers connection;

    private static final class Request {
        private final byte[] text;
        private final Consumer<String> answered;
        private int tries;

        Request(String text, Consumer<String> answered) {
            this.text = text.getBytes(StandardCharsets.UTF_8);
            this.answered = answered;
        }
    }

    public Requests(Reactor reactor, URI server) {
        this.reactor = reactor;
        this.server = server;
    }

    public static String get(URI address) {
        return head("GET", address) + "\r\n";
    }

    public static String postJson(URI address, String body) {
        return head("POST", address) + "Content-Type: application/json\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    private static String head(String method, URI address) {
        return method + " " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nAccept-Encoding: gzip\r\n";
    }

    /** @param answered gets the answer, its head in lower case, or the reason why there is none */
    public void ask(String request, Consumer<String> answered) {
        waiting.add(new Request(request, answered));
        if (waiting.size() == 1) {
            next();
        }
    }

    private void next() {
        if (waiting.isEmpty()) {
            return;
        }
        waiting.element().tries++;
        if (connection == null || connection.isGone()) {
            reactor.connect(
                    server, (channel, key) -> connection = new Answers(channel, key, this::answered, this::broken));
        }
        connection.ask(waiting.element().text);
    }

    private void answered(String answer) {
        Request done = waiting.remove();
        next();
        done.answered.accept(answer);
    }

    /** Servers end a connection after some requests. */
    private void broken(String why) {
        connection = null;
        if (!waiting.isEmpty() && waiting.element().tries == TRIES) {
            answered(why);
        } else {
            next();
        }
    }

    public void close() {
        if (connection != null) {
            connection.leave();
        }
    }
}
