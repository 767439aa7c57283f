package org.parley.web.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.event.EventFeed;
import org.parley.api.routing.Availability;
import org.parley.api.routing.AvailabilityChanged;
import org.parley.api.routing.Routing;
import org.parley.web.protocol.ServerFrame;

/** Tells visitors and staff which departments accept conversations, as soon as that changes. */
@ApplicationScoped
public class AvailabilityView {
    private static final Logger LOG = Logger.getLogger(AvailabilityView.class.getName());

    @Inject
    EventFeed events;

    @Inject
    Routing routing;

    @Inject
    ConnectionRegistry registry;

    void listen(@Observes @Initialized(ApplicationScoped.class) Object started) {
        events.subscribe(AvailabilityChanged.class, this::push);
    }

    /** What a visitor of the site may know: their departments, and no operators. */
    public String frame(String site) {
        return ServerFrame.availability(of(site, routing.availability()));
    }

    private static List<Availability> of(String site, List<Availability> all) {
        return all.stream().filter(one -> one.department().site().equals(site)).toList();
    }

    private void push(AvailabilityChanged event) {
        String toStaff = ServerFrame.presence(List.of(), event.all());
        Map<String, String> bySite = new TreeMap<>();
        for (Connection device : registry.all()) {
            if (device.isGreeted()) {
                send(
                        device,
                        device.caller().isStaff()
                                ? toStaff
                                : bySite.computeIfAbsent(
                                        device.caller().site(),
                                        site -> ServerFrame.availability(of(site, event.all()))));
            }
        }
    }

    private static void send(Connection device, String frame) {
        try {
            device.send(frame);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A device did not learn who accepts", e);
        }
    }
}
