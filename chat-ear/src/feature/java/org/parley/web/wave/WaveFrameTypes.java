package org.parley.web.wave;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.function.Function;
import org.parley.api.wave.WaveCommand.Wave;
import org.parley.web.json.Fields;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.FrameId;
import org.parley.web.protocol.FrameTypes;
import org.parley.web.protocol.ServerFrame;
import org.parley.web.protocol.Writing;

/** Frames about waves. */
@ApplicationScoped
public class WaveFrameTypes implements FrameTypes {
    record Nod(String id) implements ClientFrame {}

    @Override
    public Map<String, Function<Fields, ClientFrame>> readers() {
        return Map.of("wave", WaveFrameTypes::wave, "nod", f -> new Nod(FrameId.of(f)));
    }

    private static Writing wave(Fields fields) {
        return Writing.of(
                fields,
                id -> new Wave(fields.text("hand", 10), id),
                (id, waves) -> ServerFrame.ack(id, Map.of("waves", waves)));
    }
}
