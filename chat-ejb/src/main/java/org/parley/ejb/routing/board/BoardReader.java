package org.parley.ejb.routing.board;

import static java.util.stream.Collectors.groupingBy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.routing.Board;
import org.parley.ejb.conversation.handover.RoutingRows;
import org.parley.ejb.operator.OperatorRow;
import org.parley.ejb.routing.DepartmentRules;
import org.parley.ejb.routing.RulesReader;
import org.parley.ejb.routing.board.BoardRows.Count;
import org.parley.ejb.routing.board.BoardRows.Happened;

/** Puts the board together, within the caller's transaction. */
@ApplicationScoped
class BoardReader {
    private static final Duration HOUR = Duration.ofHours(1);
    /** The last midnight is never longer ago, even when clocks are changed. */
    private static final Duration LONGEST_DAY = Duration.ofHours(26);

    @Inject
    BoardRows rows;

    @Inject
    RulesReader rulesReader;

    @Inject
    RoutingRows routingRows;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.operator.capacity")
    int defaultCapacity;

    Board read() {
        return new Board(departments(), operators(), routingRows.nobodys());
    }

    private List<Board.Queue> departments() {
        Instant now = clock.instant();
        Map<DepartmentId, List<Count>> counts = rows.counts().stream().collect(groupingBy(Count::department));
        Map<DepartmentId, List<Happened>> accepted = byDepartment(rows.accepted(now.minus(LONGEST_DAY)));
        Map<DepartmentId, List<Happened>> responded = byDepartment(rows.responded(now.minus(LONGEST_DAY)));
        List<Board.Queue> queues = new ArrayList<>();
        for (DepartmentRules rules : rulesReader.departments()) {
            DepartmentId id = rules.department().id();
            List<Count> own = counts.getOrDefault(id, List.of());
            if (rules.settings().enabled() || !own.isEmpty()) {
                List<Happened> waits = accepted.getOrDefault(id, List.of());
                List<Happened> responses = responded.getOrDefault(id, List.of());
                queues.add(queue(
                        rules,
                        own,
                        times(waits, responses, now.minus(HOUR)),
                        times(waits, responses, midnight(rules, now))));
            }
        }
        return queues;
    }

    private static Board.Queue queue(DepartmentRules rules, List<Count> counts, Board.Times hour, Board.Times today) {
        long waiting = 0;
        long offered = 0;
        long messages = 0;
        long active = 0;
        Instant longest = null;
        for (Count count : counts) {
            if (count.status() == ConversationStatus.ACTIVE) {
                active += count.all();
            } else if (count.left()) {
                messages += count.all();
            } else {
                waiting = count.all();
                offered = count.offered();
                longest = count.longest();
            }
        }
        return new Board.Queue(rules.department(), waiting, longest, offered, messages, active, hour, today);
    }

    private static Map<DepartmentId, List<Happened>> byDepartment(List<Happened> happened) {
        return happened.stream().collect(groupingBy(Happened::department));
    }

    private static Board.Times times(List<Happened> waits, List<Happened> responses, Instant since) {
        return new Board.Times(spread(waits, since), spread(responses, since));
    }

    private static Board.Spread spread(List<Happened> happened, Instant since) {
        return Spreads.of(happened.stream()
                .filter(one -> !one.at().isBefore(since))
                .map(Happened::took)
                .toList());
    }

    private static Instant midnight(DepartmentRules rules, Instant now) {
        ZoneId zone =
                rules.hours() == null ? ZoneId.systemDefault() : rules.hours().zone();
        return LocalDate.ofInstant(now, zone).atStartOfDay(zone).toInstant();
    }

    private List<Board.Desk> operators() {
        Set<OperatorId> reachable = rows.reachable(clock.instant());
        Map<OperatorId, Long> owned = rows.owned();
        Map<OperatorId, Long> offered = rows.offered();
        List<Board.Desk> desks = new ArrayList<>();
        for (OperatorRow row : rows.operators()) {
            OperatorId id = row.id();
            if (reachable.contains(id) || owned.containsKey(id) || offered.containsKey(id)) {
                Operator operator = row.toOperator();
                desks.add(new Board.Desk(
                        id,
                        operator.name(),
                        reachable.contains(id) ? operator.status() : OperatorStatus.OFFLINE,
                        owned.getOrDefault(id, 0L),
                        offered.getOrDefault(id, 0L),
                        row.capacity(defaultCapacity)));
            }
        }
        return desks;
    }
}
