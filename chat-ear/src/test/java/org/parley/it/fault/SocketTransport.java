package org.parley.it.fault;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.parley.it.client.Json;

/** Frames over a WebSocket. */
final class SocketTransport implements Transport, WebSocket.Listener {

    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final int ABNORMAL = 1006;
    private static final int BAD_TOKEN = 4401;

    private final Listener listener;
    private final AtomicBoolean over = new AtomicBoolean();
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<WebSocket> ready = new CompletableFuture<>();
    private CompletableFuture<WebSocket> sending = ready;

    private SocketTransport(Listener listener) {
        this.listener = listener;
    }

    static Opener to(HttpClient client, URI address) {
        return (token, listener) -> {
            SocketTransport transport = new SocketTransport(listener);
            client.newWebSocketBuilder()
                    .connectTimeout(PATIENCE)
                    .subprotocols("chat.v1", "bearer." + token)
                    .buildAsync(address, transport)
                    .whenComplete((socket, failure) -> {
                        if (failure != null) {
                            transport.end(meaning(failure));
                        }
                    });
            return transport;
        };
    }

    /** A refused token is the client's to mend; a server that is not there yet may answer with any other status. */
    private static int meaning(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof WebSocketHandshakeException refused
                        && refused.getResponse().statusCode() == 401
                ? BAD_TOKEN
                : ABNORMAL;
    }

    @Override
    public synchronized void send(JsonNode frame) {
        sending = sending.thenCompose(socket -> socket.sendText(frame.toString(), true));
        sending.whenComplete((socket, failure) -> {
            if (failure != null) {
                end(ABNORMAL);
            }
        });
    }

    @Override
    public void abandon() {
        over.set(true);
        ready.thenAccept(WebSocket::abort);
    }

    @Override
    public void onOpen(WebSocket socket) {
        if (!over.get()) {
            listener.opened();
        }
        ready.complete(socket);
        socket.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonNode frame = Json.parse(partial.toString());
            partial.setLength(0);
            if (frame.isArray()) {
                frame.forEach(this::hear);
            } else {
                hear(frame);
            }
        }
        socket.request(1);
        return null;
    }

    private void hear(JsonNode frame) {
        if (!over.get()) {
            listener.received(frame);
        }
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        end(code);
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        end(ABNORMAL);
    }

    private void end(int code) {
        if (over.compareAndSet(false, true)) {
            ready.thenAccept(WebSocket::abort);
            listener.closed(code);
        }
    }
}
