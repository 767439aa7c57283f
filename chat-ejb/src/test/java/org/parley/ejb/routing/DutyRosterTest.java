package org.parley.ejb.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;
import org.parley.api.routing.RoutingArbitraries;

class DutyRosterTest {
    @Provide
    Arbitrary<List<Candidate>> candidates() {
        return RoutingArbitraries.candidates();
    }

    @Property(tries = 200)
    void aTeamShouldBeThePresentOnesWhoServeTheDepartment(
            @ForAll("candidates") List<Candidate> candidates, @ForAll Random random) {
        List<Candidate> present = candidates.stream()
                .map(one -> with(one, 1, random.nextBoolean() ? one.load() : one.capacity()))
                .toList();
        Map<DepartmentId, Map<OperatorId, Integer>> members = new HashMap<>();
        for (int i = 0; i < 3; i++) {
            Map<OperatorId, Integer> some = new HashMap<>();
            for (int operator = 0; operator < 8; operator += 1 + random.nextInt(3)) {
                some.put(new OperatorId(new UUID(0, operator)), 1 + random.nextInt(10));
            }
            members.put(new DepartmentId(new UUID(1, i)), some);
        }
        DutyRoster roster = new DutyRoster(List.of(), members, present);

        for (int i = 0; i < 4; i++) {
            DepartmentId department = new DepartmentId(new UUID(1, i));
            List<Candidate> team = new ArrayList<>();
            for (Candidate one : present) {
                if (DutyRoster.serves(members, one.operator(), department)) {
                    int skill = members.getOrDefault(department, Map.of()).getOrDefault(one.operator(), 1);
                    team.add(with(one, skill, one.load()));
                }
            }
            assertThat(roster.staff(department)).isEqualTo(team.size());
            assertThat(roster.candidates(department))
                    .containsExactlyInAnyOrderElementsOf(team.stream()
                            .filter(one -> one.load() < one.capacity())
                            .toList());
        }
    }

    private static Candidate with(Candidate one, int skill, int load) {
        return new Candidate(one.operator(), skill, one.languages(), load, one.capacity(), one.lastAssigned());
    }
}
