package org.parley.bench.client;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** As much of RFC 6455 as a client of our own server needs. */
final class Frames {

    static final int TEXT = 1;
    static final int CLOSE = 8;
    static final int PING = 9;
    static final int PONG = 10;
    static final int LONGEST_HEAD = 14;

    private Frames() {}

    static byte[] handshake(URI address, List<String> subprotocols) {
        byte[] key = new byte[16];
        ThreadLocalRandom.current().nextBytes(key);
        StringBuilder request = new StringBuilder("GET " + address.getPath() + " HTTP/1.1\r\n")
                .append("Host: " + address.getAuthority() + "\r\n")
                .append("Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n")
                .append("Sec-WebSocket-Key: " + Base64.getEncoder().encodeToString(key) + "\r\n");
        if (!subprotocols.isEmpty()) {
            request.append("Sec-WebSocket-Protocol: " + String.join(", ", subprotocols) + "\r\n");
        }
        return request.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** A whole message in one masked frame. */
    static void put(ByteBuffer out, int opcode, byte[] payload, int length) {
        int mask = ThreadLocalRandom.current().nextInt();
        out.put((byte) (0x80 | opcode));
        if (length < 126) {
            out.put((byte) (0x80 | length));
        } else if (length < 0x10000) {
            out.put((byte) (0x80 | 126)).putShort((short) length);
        } else {
            out.put((byte) (0x80 | 127)).putLong(length);
        }
        out.putInt(mask);
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            int word = payload[i] << 24
                    | (payload[i + 1] & 0xff) << 16
                    | (payload[i + 2] & 0xff) << 8
                    | payload[i + 3] & 0xff;
            out.putInt(word ^ mask);
        }
        for (; i < length; i++) {
            out.put((byte) (payload[i] ^ mask >> 24 - 8 * (i & 3)));
        }
    }
}
