package org.parley.web.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.parley.api.routing.Routing;
import org.parley.api.security.Caller;
import org.parley.api.visitor.LiveVisitor;
import org.parley.api.visitor.VisitorId;
import org.parley.web.connection.Connection;

/** Devices of staff who watch the visitors, each through its own window. */
@ApplicationScoped
public class VisitorWatchers {
    @Inject
    VisitorRounds rounds;

    @Inject
    Routing routing;

    private final Map<Connection, VisitorView> views = new ConcurrentHashMap<>();

    /** The visitor as this node sees them now; empty when they are not live. */
    public Optional<LiveVisitor> find(VisitorId visitor) {
        return rounds.board().live(visitor);
    }

    /** Gives the device this window instead of its last one; nothing is told yet. */
    public VisitorView begin(Connection device, VisitorWindow window) {
        LiveVisitor after = window.after() == null
                ? null
                : rounds.board().find(window.after()).orElse(null);
        VisitorView view = new VisitorView(window, after);
        view.count(seenBy(device.caller(), rounds.board().live()));
        views.put(device, view);
        return view;
    }

    /** Supervisors see the visitors of all sites, others those of sites in which they serve a department. */
    private List<LiveVisitor> seenBy(Caller staff, List<LiveVisitor> live) {
        if (staff.oversees()) {
            return live;
        }
        Set<String> sites = routing.sitesServedBy(staff.operatorId());
        return live.stream().filter(visitor -> sites.contains(visitor.site())).toList();
    }

    public void end(Connection device) {
        views.remove(device);
    }

    public void tell(Connection device, VisitorView view) {
        tell(device, view, rounds.board().live());
    }

    /** Tells all watchers their news. */
    void tell(List<LiveVisitor> live) {
        views.keySet().removeIf(Connection::isClosed);
        views.forEach((device, view) -> device.guard("Telling who is on the sites", () -> tell(device, view, live)));
    }

    /** Tells one device. A slow reader is told less often, and then of everything that it has missed. */
    private void tell(Connection device, VisitorView view, List<LiveVisitor> live) {
        if (view.beginTelling()) {
            Stream<Runnable> frames =
                    view.look(seenBy(device.caller(), live)).stream().map(frame -> () -> send(device, view, frame));
            device.inRoom(frames.iterator(), view::endTelling);
        }
    }

    /** Sends a frame, unless the device has another window by now, to which it would seem to belong. */
    private void send(Connection device, VisitorView view, String frame) {
        if (views.get(device) == view) {
            device.send(frame);
        }
    }
}
