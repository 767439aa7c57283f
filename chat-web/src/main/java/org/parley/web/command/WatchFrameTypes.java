package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.parley.web.json.Fields;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.FrameId;
import org.parley.web.protocol.FrameTypes;
import org.parley.web.protocol.Topic;
import org.parley.web.visitor.VisitorWindow;

/** The frame by which staff watch something. */
@ApplicationScoped
public class WatchFrameTypes implements FrameTypes {
    /** @param visitors the window, when visitors are a topic */
    record Watch(String id, List<Topic> topics, VisitorWindow visitors) implements ClientFrame {}

    @Override
    public Map<String, Function<Fields, ClientFrame>> readers() {
        return Map.of("watch", WatchFrameTypes::watch);
    }

    private static Watch watch(Fields fields) {
        return new Watch(
                FrameId.of(fields),
                fields.constants("topics", Topic.class),
                VisitorWindow.read(fields.object("visitors")));
    }
}
