package org.parley.bench.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.Arrays;

/** One connection, without regard to what is said on it; all of it happens on the reactor's thread. */
abstract class Wire {

    private static final byte[] NOTHING = {};

    private final SocketChannel channel;
    private final SelectionKey key;
    private ByteBuffer out = ByteBuffer.allocate(512);
    private byte[] rest = NOTHING;
    private boolean gone;

    Wire(SocketChannel channel, SelectionKey key) {
        this.channel = channel;
        this.key = key;
    }

    /**
     * Reads what has come.
     *
     * @param end the bytes before it are those that were left the last time, and new ones
     * @return how many were used
     */
    abstract int received(byte[] bytes, int end);

    /** Called once. */
    abstract void ended(String why);

    boolean isGone() {
        return gone;
    }

    /** Where to write what {@link #flush} sends. */
    ByteBuffer room(int length) {
        if (out.remaining() < length) {
            ByteBuffer larger = ByteBuffer.allocate(2 * (out.position() + length));
            larger.put(out.flip());
            out = larger;
        }
        return out;
    }

    /** Before the connection is there, nothing; then it happens by itself. */
    void flush() {
        if (gone || !channel.isConnected()) {
            return;
        }
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

    /** @param space what all wires read into, one after the other */
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
        int used = received(space.array(), end);
        rest = used == end ? NOTHING : Arrays.copyOfRange(space.array(), used, end);
    }

    void end(String why) {
        if (leave()) {
            ended(why);
        }
    }

    /** Ends without telling {@link #ended}; false when it was gone before. */
    boolean leave() {
        if (gone) {
            return false;
        }
        gone = true;
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // It is closed either way.
        }
        return true;
    }
}
