package org.parley.it.client;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** Many clients of several addresses who begin a request, send a byte now and then, and read nothing. */
public final class Siege implements Closeable {

    private static final int CLIENTS = 300;
    private static final int ADDRESSES = 10;
    private static final int FIRST_ADDRESS = 0x0200;
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final String ENDLESS = "POST /chat/api/v1/visitors HTTP/1.1\r\nX-Endless: ";

    private final List<SlowClient> clients = new ArrayList<>();
    private int turn;

    /** @param token a visitor's */
    public Siege(URI server, Attack attack, String token) throws IOException {
        for (int i = 0; i < CLIENTS; i++) {
            clients.add(new SlowClient(server, FIRST_ADDRESS + i % ADDRESSES));
        }
        for (int i = 0; i < CLIENTS; i++) {
            clients.get(i).drip(attack.request(i, token));
        }
    }

    /** The next one sends a byte. */
    public void drip() {
        clients.get(turn).drip("x");
        turn = (turn + 1) % CLIENTS;
    }

    @Override
    public void close() throws IOException {
        for (SlowClient client : clients) {
            client.close();
        }
    }

    /** What many clients begin with, in turn; afterwards comes a byte now and then, and nobody reads. */
    public enum Attack {
        RESOURCES(
                "POST /chat/api/v1/visitors HTTP/1.1\r\nContent-Length: 60\r\n",
                "POST /chat/api/v1/visitors HTTP/1.1\r\nTransfer-Encoding: chunked\r\n",
                "PUT /chat/api/v1/sites/shop HTTP/1.1\r\nContent-Length: 60\r\n",
                "DELETE /chat/api/v1/visitors HTTP/1.1\r\nContent-Length: 60\r\n"),
        LOGINS(
                "POST /chat/api/v1/login HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 60\r\n",
                "POST /chat/api/v1/login HTTP/1.1\r\n" + FORM + "Content-Length: 60\r\n"),
        POLLS(
                "POST /chat/api/v1/poll HTTP/1.1\r\nAuthorization: Bearer TOKEN\r\nContent-Length: 60\r\n",
                "POST /chat/api/v1/poll?wait=9 HTTP/1.1\r\nAuthorization: Bearer TOKEN\r\n" + FORM
                        + "Content-Length: 60\r\n"),
        FILES(
                "POST /chat/nothing/here HTTP/1.1\r\n" + FORM + "Content-Length: 60\r\n",
                "POST /chat/widget/?site=shop HTTP/1.1\r\n" + FORM + "Content-Length: 60\r\n"),
        HEADS(Siege.ENDLESS) {
            @Override
            String request(int client, String token) {
                return ENDLESS;
            }
        },
        UNREAD("GET /chat/loader/parley.js HTTP/1.1\r\n", "GET /chat/api/v1/health HTTP/1.1\r\n") {
            @Override
            String request(int client, String token) {
                return super.request(client, token).repeat(PIPELINED);
            }
        };

        private static final int PIPELINED = 3;
        private final String[] heads;

        Attack(String... heads) {
            this.heads = heads;
        }

        String request(int client, String token) {
            return heads[client % heads.length].replace("TOKEN", token) + "Host: localhost\r\n\r\n";
        }
    }
}
