package org.parley.bench.crowd;

import org.parley.bench.client.Reactor;
import org.parley.bench.client.Requests;
import org.parley.bench.client.Scan;
import org.parley.bench.load.ChatPeer;
import org.parley.bench.server.ChatHost;
import org.parley.bench.server.People;

/** One visitor after the other; each leaves when an operator was told and the start was acknowledged. */
final class Newcomer {

    private static final byte[] TOKEN = Scan.key("token");

    private final Reactor reactor;
    private final ChatHost host;
    private final boolean polite;
    private final Newcomers all;
    private final String post;
    private final Requests requests;
    private Device device;
    private long began;

    Newcomer(Reactor reactor, ChatHost host, boolean polite, Newcomers all) {
        this.reactor = reactor;
        this.host = host;
        this.polite = polite;
        this.all = all;
        post = Requests.postJson(host.at("/api/v1/visitors"), "{\"site\":\"" + ChatHost.SITE + "\"}");
        requests = new Requests(reactor, host.origin());
    }

    void come() {
        String greeting = all.expect(this);
        began = System.nanoTime();
        requests.ask(post, answer -> {
            String token = Scan.text(answer, TOKEN);
            if (token == null) {
                all.gone(this, answer);
                return;
            }
            device = new Device(token, greeting);
            reactor.open(host.socket(), device.subprotocols(), device);
        });
    }

    /** Nanoseconds since this one came. */
    long waited() {
        return System.nanoTime() - began;
    }

    void told() {
        device.told = true;
        device.leaveWhenDone();
    }

    void close() {
        requests.close();
    }

    private final class Device extends ChatPeer {
        private final String greeting;
        private String conversation;
        private boolean told;

        Device(String token, String greeting) {
            super(People.visitor(token));
            this.greeting = greeting;
        }

        @Override
        protected void synced() {
            String text = greeting + " " + "x".repeat(80);
            command("{\"type\":\"start\",\"id\":\"start\",\"text\":\"" + text + "\"}", (started, error) -> {
                if (error != null) {
                    end(error);
                    return;
                }
                conversation = started;
                leaveWhenDone();
            });
        }

        private void leaveWhenDone() {
            if (!told || conversation == null) {
                return;
            }
            if (polite) {
                command(
                        "{\"type\":\"close\",\"id\":\"close\",\"conversation\":\"" + conversation + "\"}",
                        (closed, error) -> end(error));
            } else {
                end(null);
            }
        }

        private void end(String why) {
            leave();
            all.gone(Newcomer.this, why);
        }

        @Override
        protected void lost(String why) {
            all.gone(Newcomer.this, why);
        }
    }
}
