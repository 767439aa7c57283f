package org.parley.web.visitor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Participant;
import org.parley.api.visitor.LiveVisitor;
import org.parley.api.visitor.Visitor;
import org.parley.api.visitor.VisitorId;

/** The visitors who are on the sites now, in memory (ADR-0021). */
final class VisitBoard {
    /** The order in which visitors are told: newest first. */
    static final Comparator<LiveVisitor> NEWEST_FIRST =
            Comparator.comparing(LiveVisitor::since).reversed().thenComparing(LiveVisitor::id);

    /** The time in which a visitor may turn to the next page unnoticed, because each page opens a new socket. */
    static final Duration GRACE = Duration.ofSeconds(5);

    private final Clock clock;
    private final Duration absence;
    private final int most;
    private final Map<VisitorId, Visit> visits = new ConcurrentHashMap<>();

    /**
     * @param absence after which a visit is over
     * @param most how many visits are remembered; further ones are not seen
     */
    VisitBoard(Clock clock, Duration absence, int most) {
        this.clock = clock;
        this.absence = absence;
        this.most = most;
    }

    /** Whether the visitor is in the middle of a visit. */
    boolean knows(VisitorId visitor) {
        Visit visit = visits.get(visitor);
        return visit != null && !isOver(visit, clock.instant());
    }

    /**
     * Notes that a visitor is on a page.
     *
     * @param known the visitor; needed at the first page of a visit
     * @param open the visitor's open conversation
     * @return whether it is another page than the visitor's last one
     */
    boolean saw(PageReport said, Visitor known, boolean keepAddress, Optional<Conversation> open) {
        PageReport report = said.brief();
        VisitorId id = report.visitor().visitorId();
        Visit before = knows(id) ? visits.get(id) : null;
        if (before == null && visits.size() >= most) {
            return false;
        }
        boolean another =
                before == null || !report.page().url().equals(before.facts().page());
        LiveVisitor facts = before == null ? first(report, known, keepAddress) : next(before.facts(), report, another);
        visits.put(id, new Visit(talking(facts, open), null, true));
        return another;
    }

    private LiveVisitor first(PageReport seen, Visitor known, boolean keepAddress) {
        return new LiveVisitor(
                known.asParticipant(),
                known.subject() != null,
                seen.site(),
                seen.page().url(),
                seen.page().title(),
                seen.page().referrer(),
                seen.at(),
                seen.at(),
                1,
                seen.agent().browser(),
                seen.agent().language(),
                Brief.attributes(known.attributes()),
                known.created().isBefore(seen.at().minus(absence)),
                keepAddress ? seen.agent().address() : null,
                null,
                null);
    }

    private static LiveVisitor next(LiveVisitor before, PageReport seen, boolean another) {
        return another
                ? before.on(
                        seen.page().url(), seen.page().title(), seen.page().referrer(), seen.at(), before.pages() + 1)
                : before.on(before.page(), seen.page().title(), before.referrer(), before.pageSince(), before.pages());
    }

    private static LiveVisitor talking(LiveVisitor facts, Optional<Conversation> open) {
        return facts.in(
                open.map(Conversation::id).orElse(null),
                open.map(Conversation::owner).orElse(null));
    }

    /**
     * Adds a visitor in a conversation without a visible page.
     *
     * @param seen with the time and the device
     */
    void meets(PageReport seen, Visitor known, Conversation open) {
        if (!knows(known.id()) && visits.size() < most) {
            LiveVisitor facts = first(seen, known, false).on(null, null, null, seen.at(), 0);
            visits.put(known.id(), new Visit(talking(facts, Optional.of(open)), null, true));
        }
    }

    /** Notes a changed conversation, maybe of a live visitor. */
    void talks(Conversation conversation) {
        visits.computeIfPresent(conversation.visitor().visitorId(), (id, visit) -> {
            if (conversation.isOpen()) {
                return visit.with(talking(visit.facts(), Optional.of(conversation)));
            }
            return conversation.id().equals(visit.facts().conversation())
                    ? visit.with(talking(visit.facts(), Optional.empty()))
                    : visit;
        });
    }

    /** Notes a new description of a visitor, who may be live. */
    void describes(Visitor visitor) {
        visits.computeIfPresent(
                visitor.id(), (id, visit) -> visit.with(visit.facts().as(brief(visitor))));
    }

    private static Visitor brief(Visitor visitor) {
        return new Visitor(
                visitor.id(),
                visitor.site(),
                visitor.subject(),
                visitor.name(),
                Brief.attributes(visitor.attributes()),
                visitor.created());
    }

    /** Looks who has left, who is back, and whose visit is over. */
    void look(Predicate<Participant> isThere) {
        Instant now = clock.instant();
        visits.values().removeIf(VisitBoard::isNobodysBusiness);
        visits.keySet()
                .forEach(id -> visits.computeIfPresent(id, (key, visit) -> {
                    if (isThere.test(visit.facts().visitor())) {
                        return visit.there();
                    }
                    Visit left = visit.left(now);
                    if (isOver(left, now)) {
                        return null;
                    }
                    return left.shown() && !left.leftAt().plus(GRACE).isAfter(now) ? left.hidden() : left;
                }));
    }

    /** Whether the visitor is only listed while in a conversation, because the site tells no pages. */
    private static boolean isNobodysBusiness(Visit visit) {
        return visit.facts().page() == null && visit.facts().conversation() == null;
    }

    private boolean isOver(Visit visit, Instant now) {
        return visit.leftAt() != null && !visit.leftAt().plus(absence).isAfter(now);
    }

    /** The sites with live visitors. */
    Set<String> sites() {
        return visits.values().stream().map(visit -> visit.facts().site()).collect(Collectors.toSet());
    }

    /** Forgets the pages of a site that no longer shows its visitors. */
    void forget(String site) {
        visits.values()
                .removeIf(visit ->
                        visit.facts().site().equals(site) && visit.facts().page() != null);
    }

    /** Forgets a visitor. */
    void forgetVisitor(VisitorId visitor) {
        visits.remove(visitor);
    }

    /** The visitor of this visit, live or gone. */
    Optional<LiveVisitor> find(VisitorId visitor) {
        return Optional.ofNullable(visits.get(visitor)).map(Visit::facts);
    }

    /** The visitor as staff see them; empty when gone. */
    Optional<LiveVisitor> live(VisitorId visitor) {
        return Optional.ofNullable(visits.get(visitor)).filter(Visit::shown).map(Visit::facts);
    }

    /** The live visitors, newest first. */
    List<LiveVisitor> live() {
        return visits.values().stream()
                .filter(Visit::shown)
                .map(Visit::facts)
                .sorted(NEWEST_FIRST)
                .toList();
    }
}
