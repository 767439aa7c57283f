package org.parley.bench.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** One WebSocket; all of it happens on the reactor's thread. */
public final class Line {

    private static final byte[] NOTHING = {};

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Listener listener;
    private ByteBuffer out = ByteBuffer.allocate(512);
    private byte[] rest = NOTHING;
    private byte[] parts = NOTHING;
    private boolean open;
    private boolean gone;
    private long lastSent = System.nanoTime();

    Line(SocketChannel channel, SelectionKey key, byte[] handshake, Listener listener) {
        this.channel = channel;
        this.key = key;
        this.listener = listener;
        room(handshake.length);
        out.put(handshake);
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
        return open && !gone;
    }

    public void close() {
        if (open && !gone) {
            put(Frames.CLOSE, new byte[] {3, (byte) 0xe8}, 2);
        }
        end("closed here");
    }

    private void put(int opcode, byte[] payload, int length) {
        if (gone) {
            return;
        }
        room(length + Frames.LONGEST_HEAD);
        Frames.put(out, opcode, payload, length);
        if (opcode == Frames.TEXT) {
            lastSent = System.nanoTime(); // a pong is not heard as a word
        }
        flush();
    }

    private void room(int length) {
        if (out.remaining() < length) {
            ByteBuffer larger = ByteBuffer.allocate(2 * (out.position() + length));
            larger.put(out.flip());
            out = larger;
        }
    }

    private void flush() {
        try {
            out.flip();
            channel.write(out);
            int wanted = out.hasRemaining() ? SelectionKey.OP_READ | SelectionKey.OP_WRITE : SelectionKey.OP_READ;
            out.compact();
            if (key.interestOps() != wanted) {
                key.interestOps(wanted);
            }
        } catch (IOException e) {
            end(e.toString());
        }
    }

    /** @param space what all lines read into, one after the other */
    void ready(ByteBuffer space) {
        if (gone) {
            return;
        }
        try {
            if (key.isConnectable() && !channel.finishConnect()) {
                return;
            }
            if (key.isConnectable() || key.isWritable()) {
                flush();
            }
            if (!gone && key.isReadable()) {
                read(space);
            }
        } catch (IOException e) {
            end(e.toString());
        }
    }

    private void read(ByteBuffer space) throws IOException {
        space.clear();
        space.put(rest);
        if (channel.read(space) < 0) {
            end("the server closed the connection");
            return;
        }
        int end = space.position();
        int used = open ? frames(space.array(), 0, end) : answer(space.array(), end);
        rest = used == end ? NOTHING : Arrays.copyOfRange(space.array(), used, end);
    }

    private int answer(byte[] bytes, int end) {
        int head = Scan.find(bytes, 0, end, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
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
        return frames(bytes, head + 4, end);
    }

    private int frames(byte[] bytes, int start, int end) {
        int at = start;
        while (end - at >= 2 && !gone) {
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
        return gone ? end : at;
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

    private void end(String why) {
        if (gone) {
            return;
        }
        gone = true;
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // It is closed either way.
        }
        listener.closed(why);
    }
}
