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
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.OperatorSettings;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.routing.Candidate;
import org.parley.ejb.conversation.handover.OperatorLoads;
import org.parley.ejb.operator.OperatorRow;

/** Reads which operators are on duty, within the caller's transaction. */
@ApplicationScoped
class Staffing {
    private static final String REACHABLE =
            "exists (select l from LeaseRow l where l.operator = o.id and l.until > :now)";

    @Inject
    EntityManager entityManager;

    @Inject
    RulesReader rules;

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
        return new DutyRoster(rules.departments(), rules.members(), present());
    }

    private List<Candidate> present() {
        return reachable().stream().map(Reachable::candidate).toList();
    }

    /**
     * An operator who can be reached and is willing, with skill 1.
     *
     * @param until when their lease ends
     */
    record Reachable(Candidate candidate, Instant until) {}

    /** All of them. */
    List<Reachable> reachable() {
        Map<UUID, Instant> leases = leases(entityManager
                .createQuery("select l.operator, l.until from LeaseRow l where l.until > :now", Object[].class)
                .setParameter("now", clock.instant().toEpochMilli())
                .getResultList());
        return reachable(
                entityManager
                        .createQuery(
                                "select o from OperatorRow o where o.status = :accepting and " + REACHABLE,
                                OperatorRow.class)
                        .setParameter("accepting", OperatorStatus.ACCEPTING)
                        .setParameter("now", clock.instant().toEpochMilli())
                        .getResultList(),
                leases);
    }

    /** Those of these operators. */
    List<Reachable> reachable(Collection<OperatorId> operators) {
        List<UUID> ids = operators.stream().map(OperatorId::value).toList();
        Map<UUID, Instant> leases = leases(entityManager
                .createQuery(
                        "select l.operator, l.until from LeaseRow l where l.until > :now and l.operator in :operators",
                        Object[].class)
                .setParameter("now", clock.instant().toEpochMilli())
                .setParameter("operators", ids)
                .getResultList());
        return leases.isEmpty()
                ? List.of()
                : reachable(
                        entityManager
                                .createQuery(
                                        "select o from OperatorRow o where o.status = :accepting and o.id in :operators",
                                        OperatorRow.class)
                                .setParameter("accepting", OperatorStatus.ACCEPTING)
                                .setParameter("operators", leases.keySet())
                                .getResultList(),
                        leases);
    }

    private static Map<UUID, Instant> leases(List<Object[]> rows) {
        Map<UUID, Instant> leases = new HashMap<>();
        rows.forEach(row -> leases.merge(
                (UUID) row[0],
                Instant.ofEpochMilli(((Number) row[1]).longValue()),
                (one, other) -> one.isAfter(other) ? one : other));
        return leases;
    }

    private List<Reachable> reachable(List<OperatorRow> rows, Map<UUID, Instant> leases) {
        Map<String, Integer> byOperator =
                loads.of(rows.stream().map(row -> row.id().toString()).toList());
        return rows.stream()
                .filter(row -> leases.containsKey(row.id().value()))
                .map(row -> new Reachable(
                        new Candidate(
                                row.id(),
                                1,
                                Set.copyOf(row.languages()),
                                byOperator.getOrDefault(row.id().toString(), 0),
                                row.capacity(defaultCapacity),
                                row.lastAssigned()),
                        leases.get(row.id().value())))
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

    /** Those of these operators who do not accept, or could not be reached since then. */
    Set<OperatorId> notThere(Collection<OperatorId> operators, Instant then) {
        List<UUID> ids = operators.stream().map(OperatorId::value).toList();
        Set<OperatorId> gone = new HashSet<>(operators);
        entityManager
                .createQuery("""
                        select o.id
                        from OperatorRow o
                        where o.id in :operators and o.status = :accepting
                          and exists (select l from LeaseRow l where l.operator = o.id and l.until >= :then)""", UUID.class)
                .setParameter("operators", ids)
                .setParameter("accepting", OperatorStatus.ACCEPTING)
                .setParameter("then", then.toEpochMilli())
                .getResultStream()
                .map(OperatorId::new)
                .forEach(gone::remove);
        return gone;
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

    private Collection<String> goneSince(Instant then) {
        return entityManager
                .createQuery(
                        "select l.operator from LeaseRow l group by l.operator having max(l.until) < :then", UUID.class)
                .setParameter("then", then.toEpochMilli())
                .getResultStream()
                .map(UUID::toString)
                .collect(Collectors.toSet());
    }
}
