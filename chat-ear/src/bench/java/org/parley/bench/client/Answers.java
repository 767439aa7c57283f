package org.parley.bench.client;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One connection of HTTP, with one request under way. */
final class Answers extends Wire {

    private static final byte[] END_OF_HEAD = ascii("\r\n\r\n");
    private static final byte[] LENGTH = ascii("\r\ncontent-length: ");
    private static final byte[] CHUNKED = ascii("\r\ntransfer-encoding: chunked");
    private static final byte[] LAST_CHUNK = ascii("0\r\n\r\n");
    private static final byte[] CLOSE = ascii("\r\nconnection: close");

    private final Consumer<String> answered;
    private final Consumer<String> broken;

    Answers(SocketChannel channel, SelectionKey key, Consumer<String> answered, Consumer<String> broken) {
        super(channel, key);
        this.answered = answered;
        this.broken = broken;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void ask(byte[] request) {
        room(request.length).put(request);
        flush();
    }

    @Override
    int received(byte[] bytes, int end) {
        int head = Scan.find(bytes, 0, end, END_OF_HEAD);
        if (head < 0) {
            return 0;
        }
        for (int i = 0; i < head; i++) {
            bytes[i] = (byte) Character.toLowerCase(bytes[i]);
        }
        int whole = whole(bytes, head, end);
        if (whole < 0) {
            return 0;
        }
        String answer = new String(bytes, 0, whole, StandardCharsets.UTF_8);
        if (Scan.find(bytes, 0, head, CLOSE) >= 0) {
            leave();
        }
        answered.accept(answer);
        return end;
    }

    /** Where the answer ends, or -1. */
    private static int whole(byte[] bytes, int head, int end) {
        int body = head + END_OF_HEAD.length;
        if (Scan.find(bytes, 0, head, CHUNKED) >= 0) {
            int last = Scan.find(bytes, body, end, LAST_CHUNK);
            return last < 0 ? -1 : last + LAST_CHUNK.length;
        }
        long length = Math.max(0, Scan.number(bytes, 0, head, LENGTH));
        return end - body < length ? -1 : body + (int) length;
    }

    @Override
    void ended(String why) {
        broken.accept(why);
    }
}
