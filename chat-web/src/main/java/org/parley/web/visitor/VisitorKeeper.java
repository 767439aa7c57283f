package org.parley.web.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Participant;
import org.parley.api.site.VisitorPolicy;
import org.parley.api.site.VisitorPolicy.Watching;
import org.parley.api.visitor.PageView;
import org.parley.api.visitor.Visitor;
import org.parley.api.visitor.Visitors;
import org.parley.web.connection.BlockedVisitors;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;

/** Keeps the board, and the trail of those sites that want one. Reads and writes the database. */
@ApplicationScoped
class VisitorKeeper {
    private static final Logger LOG = Logger.getLogger(VisitorKeeper.class.getName());

    @Inject
    Visitors visitors;

    @Inject
    SitePolicies policies;

    @Inject
    ConnectionRegistry registry;

    @Inject
    BlockedVisitors blocked;

    @Inject
    Clock clock;

    /** @param sightings what has come since the last time, in order */
    void take(VisitBoard board, List<Sighting> sightings) {
        try {
            List<PageView> trail = put(board, sightings);
            if (!trail.isEmpty()) {
                visitors.keep(trail);
            }
            forgetWhoIsNotToBeSeen(board);
            meetWhoTalks(board);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Pages of visitors could not be kept", e);
        }
        board.look(registry::reaches);
    }

    /** @return what belongs in the trail */
    private List<PageView> put(VisitBoard board, List<Sighting> sightings) {
        List<PageView> trail = new ArrayList<>();
        for (Sighting said : sightings) {
            VisitorPolicy policy = policies.of(said.site());
            Sighting sighting = policy.keepQuery() ? said : said.withoutQueries();
            if (policy.watching() != Watching.OFF
                    && put(board, sighting, policy)
                    && policy.watching() == Watching.TRAIL) {
                trail.add(view(sighting));
            }
        }
        return trail;
    }

    /** Whoever talks is there, wherever they are. */
    private void meetWhoTalks(VisitBoard board) {
        for (Connection device : registry.all()) {
            Participant visitor = device.participant();
            if (device.caller().isVisitor() && registry.reaches(visitor) && !board.knows(visitor.id())) {
                device.feeds()
                        .newestOpen()
                        .ifPresent(open -> visitors.find(UUID.fromString(visitor.id()))
                                .ifPresent(known -> board.meets(nowhere(device), known, open)));
            }
        }
    }

    private Sighting nowhere(Connection device) {
        return new Sighting(
                device.participant(),
                device.caller().site(),
                device.agent(),
                new Page(null, null, null),
                clock.instant());
    }

    private void forgetWhoIsNotToBeSeen(VisitBoard board) {
        board.sites().stream()
                .filter(site -> policies.of(site).watching() == Watching.OFF)
                .forEach(board::forget);
    }

    private boolean put(VisitBoard board, Sighting sighting, VisitorPolicy policy) {
        UUID id = UUID.fromString(sighting.visitor().id());
        boolean visits = board.knows(sighting.visitor().id());
        // Who is blocked in the middle of a visit is forgotten by then.
        Visitor known = visits || blocked.refuses(id) ? null : visitors.find(id).orElse(null);
        return (visits || known != null) && board.saw(sighting, known, policy.keepAddress(), open(sighting.visitor()));
    }

    private Optional<Conversation> open(Participant visitor) {
        return registry.of(visitor).stream()
                .filter(Connection::isGreeted)
                .findFirst()
                .flatMap(device -> device.feeds().newestOpen());
    }

    private static PageView view(Sighting sighting) {
        return new PageView(
                UUID.fromString(sighting.visitor().id()),
                sighting.site(),
                sighting.page().url(),
                sighting.page().title(),
                sighting.page().referrer(),
                sighting.at());
    }
}
