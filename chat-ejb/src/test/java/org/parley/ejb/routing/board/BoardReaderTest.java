package org.parley.ejb.routing.board;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.department.DepartmentSettings;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Board;
import org.parley.api.site.BusinessHours;
import org.parley.ejb.conversation.handover.RoutingRows;
import org.parley.ejb.operator.OperatorRow;
import org.parley.ejb.routing.DepartmentRules;
import org.parley.ejb.routing.RulesReader;
import org.parley.ejb.routing.SetClock;

class BoardReaderTest {
    private static final DepartmentId SUPPORT = new DepartmentId(new UUID(0, 1));
    private static final DepartmentId SALES = new DepartmentId(new UUID(0, 2));

    /** Noon in London, and nine in the evening in Tokyo. */
    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    private final List<BoardRows.Count> counts = new ArrayList<>();
    private final List<BoardRows.Happened> accepted = new ArrayList<>();
    private final List<DepartmentRules> departments = new ArrayList<>();
    private final BoardReader reader = new BoardReader();

    @BeforeEach
    void wire() {
        reader.rows = new Rows();
        reader.clock = new SetClock();
        reader.routingRows = new RoutingRows() {
            @Override
            public long nobodys() {
                return 0;
            }
        };
        reader.rulesReader = new RulesReader() {
            @Override
            public List<DepartmentRules> departments() {
                return departments;
            }
        };
    }

    @Test
    void aDepartmentShouldHaveWhatIsItsOwn() {
        departments.add(department(SUPPORT, true, "UTC"));
        departments.add(department(SALES, true, "UTC"));
        Instant since = NOW.minusSeconds(90);
        counts.add(new BoardRows.Count(SUPPORT, ConversationStatus.QUEUED, false, 3, 1, since));
        counts.add(new BoardRows.Count(SUPPORT, ConversationStatus.QUEUED, true, 2, 0, NOW.minusSeconds(9_000)));
        counts.add(new BoardRows.Count(SUPPORT, ConversationStatus.ACTIVE, false, 4, 0, null));
        counts.add(new BoardRows.Count(SUPPORT, ConversationStatus.ACTIVE, true, 1, 0, null));

        Board.Queue support = reader.read().departments().get(0);
        Board.Queue sales = reader.read().departments().get(1);

        assertThat(List.of(support.waiting(), support.offered(), support.messages(), support.active()))
                .containsExactly(3L, 1L, 2L, 5L);
        assertThat(support.longest()).isEqualTo(since);
        assertThat(List.of(sales.waiting(), sales.offered(), sales.messages(), sales.active()))
                .containsOnly(0L);
        assertThat(sales.longest()).isNull();
    }

    @Test
    void todayShouldBeginAtMidnightWhereTheDepartmentIs() {
        departments.add(department(SUPPORT, true, "Europe/London"));
        departments.add(department(SALES, true, "Asia/Tokyo"));
        // Half an hour, six and thirteen hours ago; Tokyo's day is 21 hours old, London's 12.
        for (DepartmentId department : List.of(SUPPORT, SALES)) {
            accepted.add(happened(department, NOW.minusSeconds(1_800), 10));
            accepted.add(happened(department, NOW.minusSeconds(6 * 3_600), 20));
            accepted.add(happened(department, NOW.minusSeconds(13 * 3_600), 30));
            accepted.add(happened(department, NOW.minusSeconds(22 * 3_600), 40));
        }

        Board.Queue london = reader.read().departments().get(0);
        Board.Queue tokyo = reader.read().departments().get(1);

        assertThat(london.hour().waits()).isEqualTo(new Board.Spread(1, seconds(10), seconds(10)));
        assertThat(london.today().waits()).isEqualTo(new Board.Spread(2, seconds(10), seconds(20)));
        assertThat(tokyo.today().waits()).isEqualTo(new Board.Spread(3, seconds(20), seconds(30)));
        assertThat(tokyo.today().responses().count()).isZero();
    }

    @Test
    void whatIsNotInUseShouldShowOnlyWhileSomethingIsLeftInIt() {
        departments.add(department(SUPPORT, false, "UTC"));
        assertThat(reader.read().departments()).isEmpty();

        counts.add(new BoardRows.Count(SUPPORT, ConversationStatus.ACTIVE, false, 1, 0, null));
        assertThat(reader.read().departments()).hasSize(1);
    }

    private static DepartmentRules department(DepartmentId id, boolean enabled, String zone) {
        return new DepartmentRules(
                new Department(id, "shop", "d" + id, "Department"),
                new DepartmentSettings(
                        "Department", enabled, DepartmentSettings.MANUAL, 30, false, null, null, true, 0, 0, 60),
                null,
                new BusinessHours(ZoneId.of(zone), Map.of(), Map.of()));
    }

    private static BoardRows.Happened happened(DepartmentId department, Instant at, long took) {
        return new BoardRows.Happened(department, at.minusSeconds(took), at);
    }

    private static Duration seconds(long seconds) {
        return Duration.ofSeconds(seconds);
    }

    private final class Rows extends BoardRows {
        @Override
        List<Count> counts() {
            return counts;
        }

        @Override
        List<Happened> accepted(Instant since) {
            return accepted.stream().filter(one -> !one.at().isBefore(since)).toList();
        }

        @Override
        List<Happened> responded(Instant since) {
            return List.of();
        }

        @Override
        Map<OperatorId, Long> owned() {
            return Map.of();
        }

        @Override
        Map<OperatorId, Long> offered() {
            return Map.of();
        }

        @Override
        Set<OperatorId> reachable(Instant now) {
            return Set.of();
        }

        @Override
        List<OperatorRow> operators() {
            return List.of();
        }
    }
}
