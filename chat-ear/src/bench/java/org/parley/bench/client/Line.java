package org.parley.bench.client;

import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One WebSocket. */
public final class Line extends Wire {

    private static final byte[] NOTHING = {};
    private static final byte[] END_OF_HEAD = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Listener listener;
    private byte[] parts = NOTHING;
    private boolean open;
    private long lastSent = System.nanoTime();

    Line(SocketChannel channel, SelectionKey key, byte[] handshake, Listener listener) {
        super(channel, key);
        this.listener = listener;
        room(handshake.length).put(handshake);
    }

    public void send(byte[] text, int length) {
        put(Frames.TEXT, text, length);
    }

    public void send(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        send(bytes, bytes.length);
    }

    /** Nanoseconds since a message was sent. */
    public long quiet() {
        return System.nanoTime() - lastSent;
    }

    public boolean isOpen() {
        return open && !isGone();
    }

    public void close() {
        if (isOpen()) {
            put(Frames.CLOSE, new byte[] {3, (byte) 0xe8}, 2);
        }
        end("closed here");
    }

    private void put(int opcode, byte[] payload, int length) {
        if (isGone()) {
            return;
        }
        Frames.put(room(length + Frames.LONGEST_HEAD), opcode, payload, length);
        if (opcode == Frames.TEXT) {
            lastSent = System.nanoTime(); // a pong is not heard as a word
        }
        flush();
    }

    @Override
    int received(byte[] bytes, int end) {
        return open ? frames(bytes, 0, end) : answer(bytes, end);
    }

    private int answer(byte[] bytes, int end) {
        int head = Scan.find(bytes, 0, end, END_OF_HEAD);
        if (head < 0) {
            return 0;
        }
        String status = new String(bytes, 0, Math.min(40, head), StandardCharsets.US_ASCII);
        if (!status.startsWith("HTTP/1.1 101")) {
            end(status.lines().findFirst().orElse(""));
            return end;
        }
        open = true;
        listener.opened(this);
        return frames(bytes, head + END_OF_HEAD.length, end);
    }

    private int frames(byte[] bytes, int start, int end) {
        int at = start;
        while (end - at >= 2 && !isGone()) {
            int code = bytes[at + 1] & 0x7f;
            int head = code < 126 ? 2 : code == 126 ? 4 : 10;
            if (end - at < head) {
                break;
            }
            int length = code < 126 ? code : (int) Scan.bigEndian(bytes, at + 2, head - 2);
            if (end - at - head < length) {
                break;
            }
            frame(bytes[at], bytes, at + head, at + head + length);
            at += head + length;
        }
        return isGone() ? end : at;
    }

    private void frame(byte first, byte[] bytes, int from, int to) {
        switch (first & 0x0f) {
            case Frames.PING -> put(Frames.PONG, Arrays.copyOfRange(bytes, from, to), to - from);
            case Frames.PONG -> {}
            case Frames.CLOSE -> end("the server said close " + closing(bytes, from, to));
            default -> message(first < 0, bytes, from, to);
        }
    }

    private static String closing(byte[] bytes, int from, int to) {
        return to - from < 2
                ? "without a code"
                : Scan.bigEndian(bytes, from, 2) + " "
                        + new String(bytes, from + 2, to - from - 2, StandardCharsets.UTF_8);
    }

    private void message(boolean last, byte[] bytes, int from, int to) {
        if (last && parts.length == 0) {
            listener.text(bytes, from, to);
            return;
        }
        int before = parts.length;
        parts = Arrays.copyOf(parts, before + to - from);
        System.arraycopy(bytes, from, parts, before, to - from);
        if (last) {
            byte[] whole = parts;
            parts = NOTHING;
            listener.text(whole, 0, whole.length);
        }
    }

    @Override
    void ended(String why) {
        listener.closed(why);
    }
}
