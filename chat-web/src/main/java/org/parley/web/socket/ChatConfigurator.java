package org.parley.web.socket;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import org.parley.web.gateway.Gateway;

/** Takes the caller's identity from the handshake, and makes endpoints with what they need. */
public class ChatConfigurator extends ServerEndpointConfig.Configurator {
    // Injection into an endpoint with a configurator of its own fails on several servers; a lookup works on all. It is
    // done once, because it costs more than the rest of a handshake.
    private volatile HandshakeReader reader;
    private volatile Gateway gateway;

    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        if (reader == null) {
            reader = CDI.current().select(HandshakeReader.class).get();
        }
        reader.read(request).keep(config.getUserProperties());
    }

    @Override
    public <T> T getEndpointInstance(Class<T> endpointClass) {
        if (gateway == null) {
            gateway = CDI.current().select(Gateway.class).get();
        }
        return endpointClass.cast(new ChatEndpoint(gateway));
    }
}
