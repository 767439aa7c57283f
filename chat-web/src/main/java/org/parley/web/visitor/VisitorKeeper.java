package org.parley.web.visitor;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Participant;
import org.parley.api.site.VisitorPolicy;
import org.parley.api.site.VisitorPolicy.Watching;
import org.parley.api.visitor.PageView;
import org.parley.api.visitor.Visitor;
import org.parley.api.visitor.VisitorId;
import org.parley.api.visitor.Visitors;
import org.parley.web.connection.BlockedVisitors;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;

/** Keeps the board, and the trails of sites that want them. Reads and writes the database. */
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

    /** @param reports since the last time, in order */
    void take(VisitBoard board, List<PageReport> reports) {
        try {
            List<PageView> trail = put(board, reports);
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

    /** @return the pages for the trails */
    private List<PageView> put(VisitBoard board, List<PageReport> reports) {
        List<PageView> trail = new ArrayList<>();
        for (PageReport said : reports) {
            VisitorPolicy policy = policies.of(said.site());
            PageReport report = policy.keepQuery() ? said : said.withoutQueries();
            if (policy.watching() != Watching.OFF
                    && put(board, report, policy)
                    && policy.watching() == Watching.TRAIL) {
                trail.add(view(report));
            }
        }
        return trail;
    }

    /** Adds all visitors in conversations to the board, with or without a page. */
    private void meetWhoTalks(VisitBoard board) {
        for (Connection device : registry.all()) {
            Participant visitor = device.participant();
            if (device.caller().isVisitor() && registry.reaches(visitor) && !board.knows(visitor.visitorId())) {
                device.feeds()
                        .newestOpen()
                        .ifPresent(open -> visitors.find(visitor.visitorId())
                                .ifPresent(known -> board.meets(nowhere(device), known, open)));
            }
        }
    }

    private PageReport nowhere(Connection device) {
        return new PageReport(
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

    private boolean put(VisitBoard board, PageReport report, VisitorPolicy policy) {
        VisitorId id = report.visitor().visitorId();
        boolean visits = board.knows(id);
        // A visitor blocked in the middle of a visit is forgotten by then.
        Visitor known = visits || blocked.refuses(id) ? null : visitors.find(id).orElse(null);
        return (visits || known != null) && board.saw(report, known, policy.keepAddress(), open(report.visitor()));
    }

    private Optional<Conversation> open(Participant visitor) {
        return registry.of(visitor).stream()
                .filter(Connection::isGreeted)
                .findFirst()
                .flatMap(device -> device.feeds().newestOpen());
    }

    private static PageView view(PageReport report) {
        return new PageView(
                report.visitor().visitorId(),
                report.site(),
                report.page().url(),
                report.page().title(),
                report.page().referrer(),
                report.at());
    }
}
