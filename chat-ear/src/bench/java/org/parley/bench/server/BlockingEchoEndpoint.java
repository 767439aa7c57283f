package org.parley.bench.server;

import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;

/** The same, as most tutorials write it: the container sends what the method returns, and waits until it is sent. */
@ServerEndpoint("/blocking")
public class BlockingEchoEndpoint {

    @OnOpen
    public void open(Session opened) {
        opened.setMaxIdleTimeout(0);
    }

    @OnMessage
    public String echo(String text) {
        return text;
    }
}
