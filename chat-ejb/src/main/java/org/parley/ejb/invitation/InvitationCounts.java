package org.parley.ejb.invitation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.api.error.ChatException;
import org.parley.api.invitation.InvitationCount;
import org.parley.api.invitation.InvitationState;
import org.parley.ejb.site.SiteRow;

/** Counts the outcomes of invitations. */
@ApplicationScoped
class InvitationCounts {
    @Inject
    EntityManager entityManager;

    List<InvitationCount> of(String site, LocalDate from, LocalDate to) {
        if (entityManager.find(SiteRow.class, site) == null) {
            throw ChatException.notFound("site");
        }
        Map<String, InvitationCount> days = new TreeMap<>();
        made(site, from, to).forEach(count -> days.put(count.day(), count));
        missed(site, from, to)
                .forEach((day, missed) ->
                        days.merge(day, new InvitationCount(day, missed, 0, 0, 0, 0, missed), InvitationCounts::sum));
        return List.copyOf(days.values());
    }

    private List<InvitationCount> made(String site, LocalDate from, LocalDate to) {
        return entityManager
                .createQuery("""
                        select i.createdOn, count(i), count(i.deliveredAt), count(i.shownAt),
                          sum(case when i.state = :answered then 1 else 0 end),
                          sum(case when i.state = :dismissed then 1 else 0 end),
                          sum(case when i.state = :expired and i.shownAt is null then 1 else 0 end)
                        from InvitationRow i
                        where i.site = :site and i.createdOn between :from and :to
                        group by i.createdOn""", Object[].class)
                .setParameter("answered", InvitationState.ANSWERED)
                .setParameter("dismissed", InvitationState.DISMISSED)
                .setParameter("expired", InvitationState.EXPIRED)
                .setParameter("site", site)
                .setParameter("from", from.toString())
                .setParameter("to", to.toString())
                .getResultStream()
                .map(InvitationCounts::count)
                .toList();
    }

    private Map<String, Long> missed(String site, LocalDate from, LocalDate to) {
        return entityManager
                .createQuery("""
                        select m.createdOn, count(m)
                        from MissedInvitationRow m
                        where m.site = :site and m.createdOn between :from and :to
                        group by m.createdOn""", Object[].class)
                .setParameter("site", site)
                .setParameter("from", from.toString())
                .setParameter("to", to.toString())
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> number(row[1])));
    }

    private static InvitationCount sum(InvitationCount made, InvitationCount missed) {
        return new InvitationCount(
                made.day(),
                made.attempts() + missed.attempts(),
                made.delivered(),
                made.shown(),
                made.answered(),
                made.dismissed(),
                made.failed() + missed.failed());
    }

    private static InvitationCount count(Object[] row) {
        return new InvitationCount(
                (String) row[0],
                number(row[1]),
                number(row[2]),
                number(row[3]),
                number(row[4]),
                number(row[5]),
                number(row[6]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
