package org.parley.it.client;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sends its request slowly or never completely, or does not read the answer. */
public final class SlowClient implements Closeable {

    private static final int SMALL_WINDOW = 4 * 1024;

    private final Socket socket = new Socket();

    /** @param from the last two parts of 127.0.x.x: limits count by the address */
    public SlowClient(URI server, int from) throws IOException {
        socket.setReceiveBufferSize(SMALL_WINDOW);
        socket.setSoTimeout(20_000);
        socket.bind(new InetSocketAddress(
                InetAddress.getByAddress(new byte[] {127, 0, (byte) (from >> 8), (byte) from}), 0));
        socket.connect(new InetSocketAddress("127.0.0.1", server.getPort()));
    }

    public SlowClient send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** One more piece, if the server still wants it. */
    public void drip(String text) {
        try {
            send(text);
        } catch (IOException e) {
            // The server has ended it, as it may.
        }
    }

    /** The status of the next answer; -1 when the connection has ended without one. */
    public int status() {
        try {
            String line = line(socket.getInputStream());
            return line.startsWith("HTTP/1.") ? Integer.parseInt(line.split(" ")[1]) : -1;
        } catch (IOException e) {
            return -1;
        }
    }

    /** The next part of the answer, to the end of this text. */
    public String until(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        while (text.indexOf(end) < 0) {
            int c = socket.getInputStream().read();
            if (c < 0) {
                throw new EOFException("the connection ended after: " + text);
            }
            text.append((char) c);
        }
        return text.toString();
    }

    /** Whether the server ends the connection within a minute. */
    public boolean hasEnded() {
        try {
            socket.setSoTimeout(60_000);
            while (socket.getInputStream().read() >= 0) {
                // The content does not matter here.
            }
            return true;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
            line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
