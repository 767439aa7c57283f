package org.parley.web.gateway;

import java.time.Clock;
import java.util.List;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.Door;
import org.parley.web.connection.Doubles;
import org.parley.web.connection.FrameHandler;
import org.parley.web.presence.PresenceBoard;
import org.parley.web.protocol.FrameReaders;
import org.parley.web.protocol.FrameTypes;

/** Beans of this package for tests of others, wired by hand. */
public final class GatewayDoubles {
    private GatewayDoubles() {}

    /** @param brought what features bring: how their frames are read, and who handles them */
    public static Gateway gateway(Clock clock, ConnectionRegistry registry, PresenceBoard presence, List<?> brought) {
        Gateway gateway = new Gateway();
        gateway.registry = registry;
        gateway.presence = presence;
        gateway.clock = clock;
        gateway.frameLimit = 65_536;
        gateway.queueFrames = 1000;
        gateway.queueChars = 1_048_576;
        gateway.framesPerSecond = 5000;
        gateway.framesBurst = 20_000;
        gateway.dispatcher = new Dispatcher();
        gateway.dispatcher.reader = FrameReaders.of(of(FrameTypes.class, brought));
        gateway.dispatcher.door = new Door();
        gateway.dispatcher.executor = Doubles.atOnce();
        of(FrameHandler.class, brought).forEach(gateway.dispatcher::add);
        return gateway;
    }

    /** How many frames were let in and are not answered yet. */
    public static int unanswered(Gateway gateway) {
        return gateway.dispatcher.unanswered();
    }

    private static <T> List<T> of(Class<T> kind, List<?> brought) {
        return brought.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}
