package org.parley.web.socket;

import jakarta.websocket.CloseReason;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.nio.ByteBuffer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.web.connection.Connection;
import org.parley.web.gateway.Gateway;
import org.parley.web.protocol.CloseCode;

/** The WebSocket of {@code chat.v1}; one instance for each connection. */
@ServerEndpoint(value = "/socket", subprotocols = "chat.v1", configurator = ChatConfigurator.class)
public class ChatEndpoint {
    private static final Logger LOG = Logger.getLogger(ChatEndpoint.class.getName());

    private final Gateway gateway;
    private final FrameAssembler assembler;
    private Connection connection;

    ChatEndpoint(Gateway gateway) {
        this.gateway = gateway;
        this.assembler = new FrameAssembler(gateway.frameLimit());
    }

    @OnOpen
    public void open(Session session, EndpointConfig config) {
        SocketTransport transport = new SocketTransport(session);
        Handshake handshake = Handshake.of(session, config);
        if (handshake == null) {
            transport.close(CloseCode.INTERNAL); // nothing is wrong with the token: come again
            return;
        }
        if (handshake.arrival().caller() == null) {
            transport.close(CloseCode.TOKEN);
            return;
        }
        connection = gateway.open(handshake.arrival(), transport);
    }

    @OnMessage
    public void receive(String part, boolean last) {
        if (connection == null) {
            return;
        }
        String frame = assembler.add(part, last);
        if (frame != null) {
            gateway.receiveMessage(connection, frame);
        } else if (last) {
            assembler.reset();
            gateway.tooLong(connection);
        }
    }

    @OnMessage
    public void receive(ByteBuffer part, boolean last) {
        if (connection != null && last) {
            connection.sendError(null, new ChatException(ErrorCode.PROTOCOL, "Frames are text."));
            connection.end(CloseCode.PROTOCOL);
        }
    }

    @OnClose
    public void close(CloseReason reason) {
        if (connection != null) {
            gateway.closed(connection);
        }
    }

    @OnError
    public void fail(Throwable failure) {
        // Broken networks are normal; @OnClose follows.
        LOG.log(Level.FINE, "A socket failed", failure);
    }
}
