package org.parley.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.parley.it.server.Parley;
import org.parley.it.server.TestSettings;

/** The people of one test: a site of its own, visitors and operators whom no other test meets. */
public final class Cast implements Closeable {

    public static final String SHOP = "https://shop.example";

    private static final AtomicInteger NUMBERS = new AtomicInteger();
    private static final String RUN = letters((int) (System.currentTimeMillis() / 1000 % 10_000_000));

    private final Parley parley;
    private final Tokens provider;
    private final List<Closeable> opened = new ArrayList<>();
    private String site;

    public Cast(Parley parley) {
        this(parley, Tokens.PROVIDER);
    }

    /** @param provider signs for this server's identity provider */
    public Cast(Parley parley, Tokens provider) {
        this.parley = parley;
        this.provider = provider;
    }

    public Parley parley() {
        return parley;
    }

    /** A name that nobody in this or another run has. */
    public static String unique(String prefix) {
        return prefix + RUN + letters(NUMBERS.incrementAndGet());
    }

    public String site() {
        if (site == null) {
            site = newSite();
        }
        return site;
    }

    public String newSite() {
        String id = unique("site");
        Http.to(parley.at("/api/v1/sites/" + id))
                .bearer(token("chat-admin"))
                .put(Json.object("name", "Shop " + id, "origins", List.of(SHOP)))
                .expect(200);
        return id;
    }

    public Visitor visitor() {
        return visitorOf(site());
    }

    public Visitor visitorOf(String ofSite) {
        JsonNode answer = Http.to(parley.at("/api/v1/visitors"))
                .post(Json.object("site", ofSite))
                .expect(201);
        return new Visitor(
                this, answer.path("visitor").asText(), answer.path("token").asText());
    }

    /** An operator of the company's identity provider. */
    public Operator operator() {
        return staff("chat-operator");
    }

    public Operator staff(String role) {
        String subject = unique("op");
        String name = "Operator " + subject;
        return new Operator(this, subject, name, provider.sign(Tokens.claims(subject, name, role)));
    }

    public String token(String... roles) {
        String subject = unique("user");
        return provider.sign(Tokens.claims(subject, subject, roles));
    }

    /** The token of a session of a built-in account, which has the passphrase of the tests. */
    public static String login(Parley parley, String username) {
        return Http.to(parley.at("/api/v1/login"))
                .post(Json.object("username", username, "password", TestSettings.PASSWORD))
                .expect(200)
                .path("token")
                .asText();
    }

    public ChatSocket connect(String token) {
        return keep(Handshake.to(parley).token(token).open());
    }

    /** A device that has not said hello yet. */
    public PollSession poll(String token) {
        return keep(PollSession.of(parley, token));
    }

    /** A visitor and an operator who have found each other. */
    public Talk talk() {
        return Talk.begin(visitor(), operator());
    }

    /** A conversation that waits for an operator. */
    public Waiting waiting() {
        Visitor visitor = visitor();
        ChatSocket socket = visitor.live();
        return new Waiting(
                visitor, socket, socket.ack("start").path("conversation").asText());
    }

    public <T extends Closeable> T keep(T closeable) {
        synchronized (opened) {
            opened.add(closeable);
        }
        return closeable;
    }

    @Override
    public void close() throws IOException {
        synchronized (opened) {
            for (Closeable closeable : opened) {
                closeable.close();
            }
            opened.clear();
        }
    }

    private static String letters(int number) {
        StringBuilder letters = new StringBuilder();
        for (int rest = number; rest > 0; rest /= 26) {
            letters.append((char) ('a' + rest % 26));
        }
        return letters.append('z').toString();
    }

    /** Somebody on the shop's page. */
    public record Visitor(Cast cast, String id, String token) {

        public ChatSocket connect() {
            return cast.connect(token);
        }

        /** A new device that has said hello. */
        public ChatSocket live() {
            ChatSocket socket = connect();
            socket.hello();
            return socket;
        }

        /** A new device behind a network that blocks WebSocket. */
        public PollSession polling() {
            PollSession device = cast.poll(token);
            device.hello();
            return device;
        }
    }

    /** Somebody at the desk. */
    public record Operator(Cast cast, String subject, String name, String token) {

        public ChatSocket connect() {
            return cast.connect(token);
        }

        /** A new device that has said hello and takes conversations. */
        public ChatSocket live() {
            ChatSocket socket = connect();
            socket.hello();
            socket.ack("status", "status", "accepting");
            return socket;
        }

        /** The same behind a network that blocks WebSocket. */
        public PollSession polling() {
            PollSession device = cast.poll(token);
            device.hello();
            device.ack("status", "status", "accepting");
            return device;
        }
    }

    /** A conversation in the queue. */
    public record Waiting(Visitor person, ChatSocket visitor, String id) {}
}
