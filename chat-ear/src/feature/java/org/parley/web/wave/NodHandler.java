package org.parley.web.wave;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.web.connection.Connection;
import org.parley.web.connection.FrameHandler;
import org.parley.web.protocol.ServerFrame;
import org.parley.web.wave.WaveFrameTypes.Nod;

/** {@code nod}: answered with the caller's name. */
@ApplicationScoped
public class NodHandler implements FrameHandler<Nod> {
    @Override
    public Class<Nod> frame() {
        return Nod.class;
    }

    @Override
    public CompletionStage<String> handle(Connection connection, Nod nod) {
        String who = connection.participant().id();
        return CompletableFuture.completedFuture(ServerFrame.ack(nod.id(), Map.of("who", who)));
    }
}
