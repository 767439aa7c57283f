package org.parley.it.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.parley.it.server.Parley;

/** The opening of a socket, and how the server answers it. */
public final class Handshake {

    public static final int SWITCHED = 101;

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI address;
    private final WebSocket.Builder builder = CLIENT.newWebSocketBuilder().connectTimeout(Duration.ofSeconds(20));

    private Handshake(URI address) {
        this.address = address;
    }

    public static Handshake to(Parley parley) {
        return new Handshake(parley.socket());
    }

    public static Handshake to(URI address) {
        return new Handshake(address);
    }

    /** As browsers do it: the token stands in an offered subprotocol. */
    public Handshake token(String token) {
        builder.subprotocols("chat.v1", "bearer." + token);
        return this;
    }

    public Handshake withoutToken() {
        builder.subprotocols("chat.v1");
        return this;
    }

    public Handshake authorization(String token) {
        builder.subprotocols("chat.v1").header("Authorization", "Bearer " + token);
        return this;
    }

    /** Sets the browser's name and languages. */
    public Handshake agent(String userAgent, String language) {
        builder.header("User-Agent", userAgent).header("Accept-Language", language);
        return this;
    }

    public Handshake origin(String origin) {
        builder.header("Origin", origin);
        return this;
    }

    public ChatSocket open() {
        ChatSocket socket = new ChatSocket();
        builder.buildAsync(address, socket).join();
        return socket;
    }

    /** The HTTP status of the answer: 101 or the refusal. */
    public int status() {
        try {
            open().close();
            return SWITCHED;
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return refused.getResponse().statusCode();
            }
            throw e;
        }
    }
}
