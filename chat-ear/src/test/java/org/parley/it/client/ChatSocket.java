package org.parley.it.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;

/** A device with a WebSocket. */
public final class ChatSocket extends Device implements WebSocket.Listener {

    private final StringBuilder partial = new StringBuilder();
    private final Object turn = new Object();
    private volatile WebSocket webSocket;

    ChatSocket() {}

    public String subprotocol() {
        return webSocket.getSubprotocol();
    }

    @Override
    public ChatSocket send(JsonNode frame) {
        return send(frame.toString());
    }

    public ChatSocket send(String text) {
        synchronized (turn) {
            webSocket.sendText(text, true).join();
        }
        return this;
    }

    public ChatSocket sendBinary(byte[] bytes) {
        synchronized (turn) {
            webSocket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        }
        return this;
    }

    // WebSocket.Listener

    @Override
    public void onOpen(WebSocket opened) {
        webSocket = opened;
        opened.request(1);
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonNode frame = Json.parse(partial.toString());
            partial.setLength(0);
            if (frame.isArray()) {
                frame.forEach(this::hear);
            } else {
                hear(frame);
            }
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        end(1006);
    }

    @Override
    public void close() {
        webSocket.abort();
        end(1006);
    }
}
