package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.Participant;
import org.parley.api.department.DepartmentId;
import org.parley.api.error.ChatException;
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.OperatorSettings;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.routing.Candidate;
import org.parley.ejb.conversation.handover.OperatorLoads;
import org.parley.ejb.department.DepartmentRow;
import org.parley.ejb.department.MembershipRow;
import org.parley.ejb.operator.OperatorRow;
import org.parley.ejb.site.SiteRow;

/** Reads which operators are on duty, within the caller's transaction. */
@ApplicationScoped
class Staffing {
    private static final String REACHABLE =
            "exists (select l from LeaseRow l where l.operator = o.id and l.until > :now)";

    @Inject
    EntityManager entityManager;

    @Inject
    OperatorLoads loads;

    @Inject
    Clock clock;

    private final int defaultCapacity;

    @Inject
    Staffing(@ConfigProperty(name = "parley.operator.capacity") int defaultCapacity) {
        if (defaultCapacity < 1 || defaultCapacity > OperatorSettings.MOST_CAPACITY) {
            throw new IllegalStateException(
                    "parley.operator.capacity is a number from 1 to " + OperatorSettings.MOST_CAPACITY + ".");
        }
        this.defaultCapacity = defaultCapacity;
    }

    /** For the container's client proxy only. */
    protected Staffing() {
        defaultCapacity = 0;
    }

    /** A wrong setting shall stop the deployment, not the first turn. */
    void beReady(@Observes @Initialized(ApplicationScoped.class) Object started) {
        // The constructor has looked.
    }

    DutyRoster duty() {
        return new DutyRoster(departments(), members(), present());
    }

    List<DepartmentRules> departments() {
        // Departments first, so that their sites are among the sites; the next query may read newer rows.
        List<DepartmentRow> rows = entityManager
                .createQuery("select d from DepartmentRow d order by d.site, d.name, d.id", DepartmentRow.class)
                .getResultList();
        Map<String, SiteRow> sites = entityManager
                .createQuery("select s from SiteRow s", SiteRow.class)
                .getResultStream()
                .collect(Collectors.toMap(SiteRow::id, site -> site));
        return rows.stream()
                .map(row -> rules(row, sites.get(row.toDepartment().site())))
                .toList();
    }

    DepartmentRules rules(DepartmentId department) {
        DepartmentRow row = entityManager.find(DepartmentRow.class, department.value());
        if (row == null) {
            throw ChatException.notFound("department");
        }
        return rules(row, entityManager.find(SiteRow.class, row.toDepartment().site()));
    }

    private static DepartmentRules rules(DepartmentRow row, SiteRow site) {
        return new DepartmentRules(
                row.toDepartment(),
                row.toSettings(null),
                row.fallback(),
                row.hours() == null ? site.hours() : row.hours());
    }

    /** The operators of each department with members, and their skills. */
    Map<DepartmentId, Map<OperatorId, Integer>> members() {
        Map<DepartmentId, Map<OperatorId, Integer>> members = new HashMap<>();
        entityManager
                .createQuery("select m from MembershipRow m", MembershipRow.class)
                .getResultStream()
                .forEach(row -> members.computeIfAbsent(row.department(), id -> new HashMap<>())
                        .put(row.operator(), row.skill()));
        return members;
    }

    /** The enabled departments of a site. */
    List<DepartmentId> departmentsOf(String site) {
        return entityManager
                .createQuery("select d.id from DepartmentRow d where d.site = :site and d.enabled = true", UUID.class)
                .setParameter("site", site)
                .getResultStream()
                .map(DepartmentId::new)
                .toList();
    }

    private List<Candidate> present() {
        List<OperatorRow> rows = entityManager
                .createQuery(
                        "select o from OperatorRow o where o.status = :accepting and " + REACHABLE, OperatorRow.class)
                .setParameter("accepting", OperatorStatus.ACCEPTING)
                .setParameter("now", clock.instant().toEpochMilli())
                .getResultList();
        Map<String, Integer> byOperator =
                loads.of(rows.stream().map(row -> row.id().toString()).toList());
        return rows.stream()
                .map(row -> new Candidate(
                        row.id(),
                        1,
                        Set.copyOf(row.languages()),
                        byOperator.getOrDefault(row.id().toString(), 0),
                        row.capacity(defaultCapacity),
                        row.lastAssigned()))
                .toList();
    }

    /**
     * Locks the operator until the transaction ends, so that nobody else gives them a conversation meanwhile, and
     * counts.
     *
     * @return whether they are there, willing, and have room
     */
    boolean lockIfRoom(OperatorId operator) {
        OperatorRow row = entityManager.find(OperatorRow.class, operator.value(), LockModeType.PESSIMISTIC_WRITE);
        return row.toOperator().status() == OperatorStatus.ACCEPTING
                && isReachable(operator)
                && loads.of(List.of(operator.toString())).getOrDefault(operator.toString(), 0)
                        < row.capacity(defaultCapacity);
    }

    private boolean isReachable(OperatorId operator) {
        return entityManager
                        .createQuery(
                                "select count(l) from LeaseRow l where l.operator = :operator and l.until > :now",
                                Long.class)
                        .setParameter("operator", operator.value())
                        .setParameter("now", clock.instant().toEpochMilli())
                        .getSingleResult()
                > 0;
    }

    Optional<Participant> operator(OperatorId id) {
        return Optional.ofNullable(entityManager.find(OperatorRow.class, id.value()))
                .map(row -> row.toOperator().asParticipant());
    }

    /** Operators who do not accept, or could not be reached since then. */
    Collection<String> notThere(Instant then) {
        Set<String> ids = new HashSet<>(goneSince(then));
        entityManager
                .createQuery("select o.id from OperatorRow o where o.status <> :accepting", UUID.class)
                .setParameter("accepting", OperatorStatus.ACCEPTING)
                .getResultStream()
                .forEach(id -> ids.add(id.toString()));
        return ids;
    }

    /**
     * Operators who could be reached once, but not since {@code then}; offline ones only if not since {@code longAgo}.
     */
    Collection<String> goneSince(Instant then, Instant longAgo) {
        Set<String> gone = new HashSet<>(goneSince(then));
        entityManager
                .createQuery("select o.id from OperatorRow o where o.status = :offline", UUID.class)
                .setParameter("offline", OperatorStatus.OFFLINE)
                .getResultStream()
                .map(UUID::toString)
                .forEach(gone::remove);
        gone.addAll(goneSince(longAgo));
        return gone;
    }

    /** Operators who could be reached once, but not since then. */
    Collection<String> goneSince(Instant then) {
        return entityManager
                .createQuery(
                        "select l.operator from LeaseRow l group by l.operator having max(l.until) < :then", UUID.class)
                .setParameter("then", then.toEpochMilli())
                .getResultStream()
                .map(UUID::toString)
                .collect(Collectors.toSet());
    }
}
