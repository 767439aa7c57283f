package org.parley.bench.load;

import java.nio.charset.StandardCharsets;
import org.parley.bench.client.Scan;
import org.parley.bench.server.People.Person;

/**
 * One conversation: the visitor sends, and sends the next one when the operator's device has received it. What it has
 * counted lasts over several connections.
 */
final class Dialogue {

    private static final byte[] MESSAGE = "\"kind\":\"message\"".getBytes(StandardCharsets.US_ASCII);
    private static final int TEXT = 100;

    private static final int HEARTBEAT = 25;

    private final Person visitor;
    private final Person operator;
    private String id;
    private long head;
    private long sent;
    private long acks;
    private ChatPeer visitorEnd;
    private ChatPeer operatorEnd;
    private Loop loop;
    private long sentAt;
    private String problem;

    Dialogue(Person visitor, Person operator) {
        this.visitor = visitor;
        this.operator = operator;
    }

    String id() {
        return id;
    }

    long sent() {
        return sent;
    }

    long acks() {
        return acks;
    }

    String problem() {
        return problem;
    }

    boolean isWaiting() {
        return visitorEnd.isWaiting() || operatorEnd.isWaiting();
    }

    @Override
    public String toString() {
        return id + ": visitor " + visitorEnd + ", operator " + operatorEnd;
    }

    ChatPeer newVisitorEnd() {
        visitorEnd = new ChatPeer(visitor) {
            @Override
            protected void ack(byte[] bytes, int from, int to) {
                acks++;
            }

            @Override
            protected void lost(String why) {
                problem = why;
            }
        };
        return knowing(visitorEnd);
    }

    ChatPeer newOperatorEnd() {
        operatorEnd = new ChatPeer(operator) {
            @Override
            protected void entry(byte[] bytes, int from, int to) {
                received(bytes, from, to);
            }

            @Override
            protected void lost(String why) {
                problem = why;
            }
        };
        return knowing(operatorEnd);
    }

    private ChatPeer knowing(ChatPeer peer) {
        if (id != null) {
            peer.has(id, head);
        }
        return peer;
    }

    void start(Runnable done) {
        visitorEnd.command("{\"type\":\"start\",\"id\":\"start\"}", (conversation, error) -> {
            id = conversation;
            problem = error;
            done.run();
        });
    }

    void accept(Runnable done) {
        operatorEnd.command(
                "{\"type\":\"accept\",\"id\":\"accept\",\"conversation\":\"" + id + "\"}", (conversation, error) -> {
                    problem = error;
                    done.run();
                });
    }

    void begin(Loop with) {
        loop = with;
        next();
    }

    private void next() {
        String number = "bench-" + ++sent;
        String text = number + "x".repeat(TEXT - number.length());
        sentAt = System.nanoTime();
        visitorEnd
                .line()
                .send("{\"type\":\"send\",\"id\":\"" + number + "\",\"conversation\":\"" + id + "\",\"text\":\"" + text
                        + "\"}");
    }

    private void received(byte[] bytes, int from, int to) {
        long seq = Scan.number(bytes, from, to, ChatPeer.SEQ);
        if (head != 0 && seq != head + 1) {
            problem = "entry " + seq + " came after " + head;
        }
        head = seq;
        if (loop != null && Scan.find(bytes, from, to, MESSAGE) >= 0) {
            loop.record(System.nanoTime() - sentAt);
            // It only listens, and the server ends devices that are silent for two heartbeats.
            operatorEnd.keepAlive(HEARTBEAT);
            loop.again(this::next);
        }
    }

    void leave() {
        visitorEnd.leave();
        operatorEnd.leave();
    }
}
