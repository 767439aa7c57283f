package org.parley.web.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.api.event.EventFeed;
import org.parley.api.routing.Availability;
import org.parley.api.routing.AvailabilityChanged;
import org.parley.api.routing.Routing;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.protocol.ServerFrame;

/** Tells visitors and staff which departments accept conversations, as soon as that changes. */
@ApplicationScoped
public class AvailabilityView {
    @Inject
    EventFeed events;

    @Inject
    Routing routing;

    @Inject
    ConnectionRegistry registry;

    /** What devices were told last. */
    private Set<Availability> told = Set.of();

    private Frames latest = new Frames(List.of());

    /** The frames of one state, by site; each is made when somebody needs it. */
    private record Frames(List<Availability> all, Map<String, String> bySite) {
        Frames(List<Availability> all) {
            this(all, new HashMap<>());
        }

        String of(String site) {
            return bySite.computeIfAbsent(
                    site,
                    one -> ServerFrame.availability(all.stream()
                            .filter(availability ->
                                    availability.department().site().equals(one))
                            .toList()));
        }
    }

    void listen(@Observes @Initialized(ApplicationScoped.class) Object started) {
        events.subscribe(AvailabilityChanged.class, this::push);
    }

    /** Tells a visitor's device of the departments of its site. */
    public void greet(Connection device) {
        betweenChanges(() -> device.send(frame(device.caller().site())));
    }

    /** Runs a task that tells what is so, and not before a change that came later. */
    public synchronized void betweenChanges(Runnable task) {
        task.run();
    }

    private String frame(String site) {
        List<Availability> now = routing.availability();
        if (latest.all() != now) {
            latest = new Frames(now);
        }
        return latest.of(site);
    }

    /** Tells visitors of their own site, staff of the departments that changed. */
    private synchronized void push(AvailabilityChanged event) {
        Set<Availability> now = new LinkedHashSet<>(event.all());
        List<Availability> news = without(told, now);
        Set<String> sites = Stream.concat(news.stream(), without(now, told).stream())
                .map(one -> one.department().site())
                .collect(Collectors.toSet());
        told = now;
        String toStaff = ServerFrame.presence(List.of(), news);
        Frames toVisitors = new Frames(event.all());
        for (Connection device : registry.all()) {
            boolean isStaff = device.caller().isStaff();
            if (device.isGreeted() && (isStaff || sites.contains(device.caller().site()))) {
                device.send(isStaff ? toStaff : toVisitors.of(device.caller().site()));
            }
        }
    }

    private static List<Availability> without(Set<Availability> these, Set<Availability> all) {
        return all.stream().filter(one -> !these.contains(one)).toList();
    }
}
