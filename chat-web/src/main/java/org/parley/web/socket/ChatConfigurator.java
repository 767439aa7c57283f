package org.parley.web.socket;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.websocket.HandshakeResponse;
import jakarta.websocket.server.HandshakeRequest;
import jakarta.websocket.server.ServerEndpointConfig;
import org.parley.web.gateway.Gateway;

/** Takes the caller's identity from the handshake, and makes endpoints with what they need. */
public class ChatConfigurator extends ServerEndpointConfig.Configurator {
    @Override
    public void modifyHandshake(ServerEndpointConfig config, HandshakeRequest request, HandshakeResponse response) {
        CDI.current().select(HandshakeReader.class).get().read(request).keep(config.getUserProperties());
    }

    // Injection into an endpoint with a configurator of its own fails on several servers; one lookup works on all.
    @Override
    public <T> T getEndpointInstance(Class<T> endpointClass) {
        return endpointClass.cast(
                new ChatEndpoint(CDI.current().select(Gateway.class).get()));
    }
}
