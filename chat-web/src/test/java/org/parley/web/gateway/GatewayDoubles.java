package org.parley.web.gateway;

import jakarta.enterprise.inject.Instance;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.Door;
import org.parley.web.connection.Doubles;
import org.parley.web.presence.PresenceBoard;

/** Beans of this package for tests of others, wired by hand. */
public final class GatewayDoubles {
    private GatewayDoubles() {}

    public static Gateway gateway(
            Clock clock, ConnectionRegistry registry, PresenceBoard presence, List<FrameHandler<?>> handlers) {
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
        gateway.dispatcher.door = new Door();
        gateway.dispatcher.executor = Doubles.atOnce();
        gateway.dispatcher.found = all(handlers);
        gateway.dispatcher.collect();
        return gateway;
    }

    /** How many frames were let in and are not answered yet. */
    public static int unanswered(Gateway gateway) {
        return gateway.dispatcher.unanswered();
    }

    @SuppressWarnings("unchecked")
    private static Instance<FrameHandler<?>> all(List<FrameHandler<?>> handlers) {
        return (Instance<FrameHandler<?>>) Proxy.newProxyInstance(
                GatewayDoubles.class.getClassLoader(), new Class<?>[] {Instance.class}, (self, method, arguments) -> {
                    handlers.forEach((Consumer<FrameHandler<?>>) arguments[0]);
                    return null;
                });
    }
}
