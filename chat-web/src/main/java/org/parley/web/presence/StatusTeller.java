package org.parley.web.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.parley.api.event.EventFeed;
import org.parley.api.operator.StatusForced;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.protocol.ServerFrame;

/** Tells operators who else has changed their status. */
@ApplicationScoped
public class StatusTeller {
    @Inject
    EventFeed events;

    @Inject
    ConnectionRegistry registry;

    void listen(@Observes @Initialized(ApplicationScoped.class) Object started) {
        events.subscribe(StatusForced.class, this::tell);
    }

    private void tell(StatusForced event) {
        String frame = ServerFrame.status(event.operator().status(), event.by());
        registry.of(event.operator().asParticipant()).stream()
                .filter(Connection::isGreeted)
                .forEach(device -> device.send(frame));
    }
}
