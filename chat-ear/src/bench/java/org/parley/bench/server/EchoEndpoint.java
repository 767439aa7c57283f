package org.parley.bench.server;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The least that a socket of Jakarta EE can do: an echo. */
@ServerEndpoint("/socket")
public class EchoEndpoint {

    private Session session;

    @OnOpen
    public void open(Session opened) {
        session = opened;
    }

    @OnMessage
    public void echo(String text) {
        session.getAsyncRemote().sendText(text);
    }
}
