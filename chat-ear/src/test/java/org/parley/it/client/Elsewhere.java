package org.parley.it.client;

import static java.util.stream.Collectors.joining;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Plain HTTP from another loopback address, whose limits no other test uses up. */
public final class Elsewhere {

    private final InetAddress address;
    private final List<String> headers;
    private final String host;

    private Elsewhere(InetAddress address, List<String> headers, String host) {
        this.address = address;
        this.headers = headers;
        this.host = host;
    }

    /** @param last the last part of 127.0.0.x */
    public static Elsewhere at(int last) throws IOException {
        return new Elsewhere(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) last}), List.of(), null);
    }

    /** With this header in each request. */
    public Elsewhere saying(String name, String value) {
        return new Elsewhere(address, List.of(name + ": " + value), host);
    }

    /** For a host of this name, whatever the address says. */
    public Elsewhere to(String name) {
        return new Elsewhere(address, headers, name);
    }

    public Answer post(URI address, String json) throws IOException {
        return exchange(
                address,
                List.of("POST " + address.getPath() + " HTTP/1.1", "Content-Type: application/json", length(json)),
                json);
    }

    /** The first poll of a session, with these frames. */
    public Answer poll(URI address, String token, String frames) throws IOException {
        return exchange(
                address,
                List.of(
                        "POST " + address.getPath() + " HTTP/1.1",
                        "Content-Type: application/json",
                        "Authorization: Bearer " + token,
                        length(frames)),
                frames);
    }

    /** A handshake; the socket that comes of it is closed at once. */
    public Answer handshake(URI socket, String token) throws IOException {
        return exchange(
                socket,
                List.of(
                        "GET " + socket.getPath() + " HTTP/1.1",
                        "Upgrade: websocket",
                        "Sec-WebSocket-Version: 13",
                        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
                        "Sec-WebSocket-Protocol: chat.v1, bearer." + token),
                "");
    }

    private static String length(String body) {
        return "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length;
    }

    private Answer exchange(URI to, List<String> head, String body) throws IOException {
        try (Socket socket = new Socket(InetAddress.getByName(to.getHost()), to.getPort(), address, 0)) {
            socket.setSoTimeout(20_000);
            String connection = head.get(1).startsWith("Upgrade") ? "Upgrade" : "close";
            String request = String.join("\r\n", head) + "\r\n"
                    + headers.stream().map(header -> header + "\r\n").collect(joining()) + "Host: "
                    + (host == null ? to.getAuthority() : host)
                    + "\r\nConnection: "
                    + connection + "\r\n\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return read(new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8)));
        }
    }

    private static Answer read(BufferedReader in) throws IOException {
        int status = Integer.parseInt(in.readLine().split(" ")[1]);
        Map<String, String> headers = new TreeMap<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            String[] header = line.split(":", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1].trim());
        }
        return new Answer(status, headers);
    }

    /** @param headers by their names in lower case */
    public record Answer(int status, Map<String, String> headers) {}
}
