package org.parley.ejb.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.department.DepartmentSettings;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;
import org.parley.api.site.BusinessHours;

class ReceptionRulesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final BusinessHours NEVER = new BusinessHours(ZoneId.of("UTC"), Map.of(), Map.of());

    private final List<DepartmentRules> departments = new ArrayList<>();
    private final Map<DepartmentId, Map<OperatorId, Integer>> members = new HashMap<>();
    private final List<Candidate> present = new ArrayList<>();

    @Test
    void anAcceptingDepartmentShouldReceive() {
        DepartmentRules sales = department(1, null, true, null);
        staff(sales, 1, 0);

        assertThat(receive(sales)).contains(sales.department());
    }

    @Test
    void theFirstOfTheChainThatAcceptsShouldReceive() {
        DepartmentRules night = department(3, null, true, null);
        DepartmentRules service = department(2, night, true, NEVER);
        DepartmentRules sales = department(1, service, true, null);
        staff(sales, 1, 5);
        staff(service, 2, 0);
        staff(night, 3, 0);

        assertThat(receive(sales)).contains(night.department());
    }

    @Test
    void whereNobodyAcceptsTheWantedOneShouldLetWait() {
        DepartmentRules night = department(2, null, true, null);
        DepartmentRules sales = department(1, night, true, null);
        members.put(sales.department().id(), Map.of());
        members.put(night.department().id(), Map.of());

        assertThat(receive(sales)).contains(sales.department());
    }

    @Test
    void whereNobodyMayWaitThereShouldBeNobody() {
        DepartmentRules sales = department(1, null, false, null);

        assertThat(receive(sales)).isEmpty();
    }

    @Test
    void aClosedDepartmentShouldNotLetWait() {
        DepartmentRules sales = department(1, null, true, NEVER);
        staff(sales, 1, 0);

        assertThat(receive(sales)).isEmpty();
    }

    @Test
    void aCircleOfFallbacksShouldEnd() {
        DepartmentRules sales = department(1, null, false, NEVER);
        DepartmentRules service = department(2, sales, false, NEVER);
        departments.set(0, department(1, service, false, NEVER));

        assertThat(receive(departments.get(0))).isEmpty();
        assertThat(ReceptionRules.fallBack(duty(), service, NOW)).isEmpty();
    }

    @Test
    void anOperatorShouldServeADepartmentWithoutMembersToo() {
        DepartmentRules sales = department(1, null, false, null);
        present.add(new Candidate(new OperatorId(new UUID(0, 9)), 1, Set.of(), 0, 1, null));

        assertThat(receive(sales)).contains(sales.department());
    }

    @Test
    void aMessageForADepartmentThatIsNotInUseShouldBeLeftWithAnother() {
        DepartmentRules last = department(4, null, false, null);
        DepartmentRules sales = disabled(1, last);
        assertThat(ReceptionRules.mailbox(duty(), sales)).contains(last.department());

        DepartmentRules service = disabled(2, null);
        assertThat(ReceptionRules.mailbox(duty(), service))
                .as("without a fallback")
                .contains(last.department());
    }

    private DepartmentRules disabled(int number, DepartmentRules fallback) {
        DepartmentRules rules = department(number, fallback, true, null);
        departments.remove(rules);
        DepartmentRules disabled = new DepartmentRules(
                rules.department(),
                new DepartmentSettings(rules.settings().name(), false, "manual", 30, false, null, null, true, 0, 0, 60),
                rules.fallback(),
                null);
        departments.add(disabled);
        return disabled;
    }

    private java.util.Optional<Department> receive(DepartmentRules wanted) {
        return ReceptionRules.receive(duty(), wanted, NOW);
    }

    private DutyRoster duty() {
        return new DutyRoster(List.copyOf(departments), members, present);
    }

    private DepartmentRules department(int number, DepartmentRules fallback, boolean mayWait, BusinessHours hours) {
        DepartmentRules rules = new DepartmentRules(
                new Department(new DepartmentId(new UUID(1, number)), "shop", "d" + number, "Department " + number),
                new DepartmentSettings(
                        "Department " + number, true, "manual", 30, false, null, hours, mayWait, 0, 0, 60),
                fallback == null ? null : fallback.department().id(),
                hours);
        if (departments.stream().noneMatch(one -> one.department().equals(rules.department()))) {
            departments.add(rules);
        }
        return rules;
    }

    private void staff(DepartmentRules rules, int operator, int load) {
        OperatorId id = new OperatorId(new UUID(0, operator));
        members.computeIfAbsent(rules.department().id(), key -> new HashMap<>()).put(id, 5);
        present.add(new Candidate(id, 1, Set.of(), load, 5, null));
    }
}
