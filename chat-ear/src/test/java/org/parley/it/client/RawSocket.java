package org.parley.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;
import org.parley.it.server.Parley;

/** RFC 6455 by hand, to send bad frames and to stop reading as no proper client would. */
public final class RawSocket implements Closeable {

    public static final int CONTINUATION = 0;
    public static final int TEXT = 1;
    public static final int CLOSE = 8;
    public static final int PING = 9;
    public static final int PONG = 10;

    /** The connection ended without a closing frame. */
    public static final int ABNORMAL = 1006;

    private static final int FINAL = 0x80;
    private static final int SMALL_WINDOW = 8 * 1024;

    private final Socket socket = new Socket();
    private final DataInputStream in;
    private final OutputStream out;

    private RawSocket(URI address, String token) throws IOException {
        socket.setReceiveBufferSize(SMALL_WINDOW);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress(address.getHost(), address.getPort()));
        in = new DataInputStream(socket.getInputStream());
        out = socket.getOutputStream();
        shakeHands(address, token);
    }

    public static RawSocket open(Parley parley, String token) throws IOException {
        return new RawSocket(parley.socket(), token);
    }

    public void send(JsonNode frame) throws IOException {
        send(TEXT, frame.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The first part of a text message that has more to come. */
    public void sendFirstPart(byte[] payload) throws IOException {
        write(TEXT, payload);
    }

    /** A further part of it, which is not the last one either; of no effect once the connection is gone. */
    public void trySendNextPart(byte[] payload) {
        try {
            write(CONTINUATION, payload);
        } catch (IOException e) {
            // The reader learns how the connection ended.
        }
    }

    /** The head of a text frame of this length, and a part of its payload; as much as the server takes. */
    public void trySendPartOf(int length, byte[] payload) {
        try {
            ByteBuffer head = ByteBuffer.allocate(14);
            head.put((byte) (FINAL | TEXT)).put((byte) (0x80 | 127)).putLong(length);
            out.write(head.array());
            out.write(payload);
        } catch (IOException e) {
            // The server has ended it, as it may.
        }
    }

    public void send(int opcode, byte[] payload) throws IOException {
        write(FINAL | opcode, payload);
    }

    private synchronized void write(int head, byte[] payload) throws IOException {
        byte[] mask = new byte[4];
        ThreadLocalRandom.current().nextBytes(mask);
        ByteBuffer frame = ByteBuffer.allocate(payload.length + 14);
        frame.put((byte) head);
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 65_536) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        frame.put(mask);
        for (int i = 0; i < payload.length; i++) {
            frame.put((byte) (payload[i] ^ mask[i % 4]));
        }
        out.write(frame.array(), 0, frame.position());
        out.flush();
    }

    /** The next frame of the server. */
    public Frame read() throws IOException {
        int opcode = in.readUnsignedByte() & 0x0f;
        long length = in.readUnsignedByte() & 0x7f;
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        return new Frame(opcode, in.readNBytes(Math.toIntExact(length)));
    }

    /** Reads until a frame of this type comes. */
    public JsonNode readUntil(String type) throws IOException {
        while (true) {
            Frame frame = read();
            if (frame.opcode() == CLOSE) {
                throw new EOFException("closed with " + frame.closeCode() + " before any " + type);
            }
            if (frame.opcode() == TEXT) {
                JsonNode json = Json.parse(frame.text());
                if (type.equals(json.path("type").asText())) {
                    return json;
                }
            }
        }
    }

    /** Reads everything to the end and gives the closing code. */
    public int readToTheEnd() throws IOException {
        try {
            while (true) {
                Frame frame = read();
                if (frame.opcode() == CLOSE) {
                    return frame.closeCode();
                }
            }
        } catch (EOFException | java.net.SocketException e) {
            return ABNORMAL;
        }
    }

    /** Sends frame after frame as fast as the server takes them, until there are enough or the connection ends. */
    public void flood(IntFunction<JsonNode> frames, int most) {
        try {
            for (int i = 0; i < most; i++) {
                send(frames.apply(i));
            }
        } catch (IOException e) {
            // The server has ended it, as it should; the reader learns how.
        }
    }

    /** As {@link #readToTheEnd()}, for threads of a test. */
    public int closeCodeOrAbnormal() {
        try {
            return readToTheEnd();
        } catch (IOException e) {
            return ABNORMAL;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void shakeHands(URI address, String token) throws IOException {
        byte[] nonce = new byte[16];
        ThreadLocalRandom.current().nextBytes(nonce);
        String request = String.join(
                "\r\n",
                "GET " + address.getPath() + " HTTP/1.1",
                "Host: " + address.getAuthority(),
                "Connection: Upgrade",
                "Upgrade: websocket",
                "Sec-WebSocket-Version: 13",
                "Sec-WebSocket-Key: " + Base64.getEncoder().encodeToString(nonce),
                "Sec-WebSocket-Protocol: chat.v1, bearer." + token,
                "",
                "");
        out.write(request.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        String status = line();
        if (!status.contains(" 101 ")) {
            throw new IOException(status);
        }
        while (!line().isEmpty()) {
            // A test of broken frames needs no headers.
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    /** One frame; fragments come as frames of their own. */
    public record Frame(int opcode, byte[] payload) {

        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        public int closeCode() {
            return payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
        }
    }
}
