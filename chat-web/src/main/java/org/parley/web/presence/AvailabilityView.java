package org.parley.web.presence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
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

    /** By site, the last frame for its visitors. */
    private final Map<String, String> told = new HashMap<>();

    private volatile Frames latest = new Frames(List.of());

    /** The frames of one state, by site; each is made when somebody needs it. */
    private record Frames(List<Availability> all, Map<String, String> bySite) {
        Frames(List<Availability> all) {
            this(all, new ConcurrentHashMap<>());
        }

        String of(String site) {
            return bySite.computeIfAbsent(site, one -> ServerFrame.availability(AvailabilityView.of(one, all)));
        }
    }

    void listen(@Observes @Initialized(ApplicationScoped.class) Object started) {
        events.subscribe(AvailabilityChanged.class, this::push);
    }

    /** The frame for visitors of the site: its departments, without operators. */
    public String frame(String site) {
        List<Availability> now = routing.availability();
        Frames frames = latest;
        if (frames.all() != now) {
            frames = new Frames(now);
            latest = frames;
        }
        return frames.of(site);
    }

    private static List<Availability> of(String site, List<Availability> all) {
        return all.stream().filter(one -> one.department().site().equals(site)).toList();
    }

    /** Tells visitors of their own site, staff of all. */
    private void push(AvailabilityChanged event) {
        String toStaff = ServerFrame.presence(List.of(), event.all());
        Map<String, String> news = news(event.all());
        for (Connection device : registry.all()) {
            String frame = device.caller().isStaff()
                    ? toStaff
                    : news.get(device.caller().site());
            if (frame != null && device.isGreeted()) {
                device.send(frame);
            }
        }
    }

    private synchronized Map<String, String> news(List<Availability> all) {
        Map<String, String> bySite = new HashMap<>();
        all.stream()
                .map(one -> one.department().site())
                .distinct()
                .forEach(site -> bySite.put(site, ServerFrame.availability(of(site, all))));
        Map<String, String> news = new HashMap<>(bySite);
        news.entrySet().removeAll(told.entrySet());
        told.clear();
        told.putAll(bySite);
        return news;
    }
}
