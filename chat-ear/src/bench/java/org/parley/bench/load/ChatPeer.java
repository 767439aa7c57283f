package org.parley.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.parley.bench.client.Line;
import org.parley.bench.client.Peer;
import org.parley.bench.client.Scan;
import org.parley.bench.server.People.Person;

/** A device that speaks {@code chat.v1}: says hello, is ready when synced, hears entries, acks and errors. */
public class ChatPeer extends Peer {

    public static final byte[] CONVERSATION = Scan.key("conversation");
    public static final byte[] SEQ = Scan.key("seq");

    private static final byte[] ENTRY = type("entry");
    private static final byte[] ACK = type("ack");
    private static final byte[] SYNCED = type("synced");
    private static final byte[] ERROR = type("error");
    private static final byte[] SUMMARY = type("conversation");

    private final Person person;
    private String cursors = "{}";
    private BiConsumer<String, String> pending;
    private String heard;

    public ChatPeer(Person person) {
        super("{\"type\":\"ping\"}");
        this.person = person;
    }

    private static byte[] type(String name) {
        return (name + '"').getBytes(StandardCharsets.US_ASCII);
    }

    /** Sets what the device has of one conversation. */
    public void has(String conversation, long head) {
        cursors = "{\"" + conversation + "\":{\"public\":" + head + ",\"internal\":0}}";
    }

    @Override
    public List<String> subprotocols() {
        return List.of("chat.v1", "bearer." + person.token());
    }

    @Override
    public void opened(Line opened) {
        super.opened(opened);
        arrive();
    }

    /** Before hello. */
    protected void arrive() {
        greet();
    }

    protected void greet() {
        line().send("{\"type\":\"hello\",\"device\":\"bench\",\"client\":\"bench/1\",\"batch\":true,\"cursors\":"
                + cursors + "}");
    }

    /** @param answered gets the conversation of the ack, or the error */
    public void command(String frame, BiConsumer<String, String> answered) {
        pending = answered;
        line().send(frame);
    }

    /** Whether a command still waits for its answer. */
    boolean isWaiting() {
        return pending != null;
    }

    @Override
    public String toString() {
        return (isWaiting() ? "waits" : "has its answers") + (line().isOpen() ? "" : " and is cut off")
                + ", heard last: " + heard;
    }

    @Override
    public void text(byte[] bytes, int from, int to) {
        Scan.each(bytes, from, to, this::frame);
    }

    private void frame(byte[] bytes, int from, int to) {
        if (pending != null) {
            heard = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        }
        if (Scan.isType(bytes, from, to, ENTRY)) {
            entry(bytes, from, to);
        } else if (Scan.isType(bytes, from, to, ACK)) {
            if (pending == null) {
                ack(bytes, from, to);
            } else {
                answer(Scan.text(bytes, from, to, CONVERSATION), null);
            }
        } else if (Scan.isType(bytes, from, to, SYNCED)) {
            synced();
        } else if (Scan.isType(bytes, from, to, SUMMARY)) {
            conversation(bytes, from, to);
        } else if (Scan.isType(bytes, from, to, ERROR)) {
            String error = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            if (pending == null) {
                refused(error);
            } else {
                answer(null, error);
            }
        }
    }

    private void answer(String conversation, String error) {
        BiConsumer<String, String> answered = pending;
        pending = null;
        answered.accept(conversation, error);
    }

    protected void synced() {
        beReady();
    }

    protected void entry(byte[] bytes, int from, int to) {}

    protected void ack(byte[] bytes, int from, int to) {}

    /** A conversation stands otherwise than before. */
    protected void conversation(byte[] bytes, int from, int to) {}

    protected void refused(String error) {
        lost(error);
    }

    @Override
    protected void lost(String why) {
        throw new IllegalStateException("a device of the benchmark was stopped: " + why);
    }
}
