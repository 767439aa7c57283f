package org.parley.ejb.routing;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Availability;
import org.parley.api.routing.Candidate;

/** Which operators are on duty at one moment, and for which departments. Immutable; it computes each answer once. */
final class DutyRoster {
    /** Who serves a department now, with their skill for it, and who of them has room. */
    private record Team(int size, List<Candidate> withRoom) {}

    private final Map<DepartmentId, DepartmentRules> departments;
    private final Map<DepartmentId, Map<OperatorId, Integer>> members;
    private final Map<OperatorId, Candidate> present;
    private final Map<DepartmentId, Team> teams = new ConcurrentHashMap<>();
    private volatile Team everybody;

    /**
     * @param departments of all sites, by site and name
     * @param members the operators of each department with members
     * @param present operators who can be reached and are willing, each with skill 1
     */
    DutyRoster(
            List<DepartmentRules> departments,
            Map<DepartmentId, Map<OperatorId, Integer>> members,
            Collection<Candidate> present) {
        this(
                departments.stream()
                        .collect(Collectors.toMap(
                                rules -> rules.department().id(),
                                Function.identity(),
                                (one, same) -> one,
                                LinkedHashMap::new)),
                members,
                present.stream().collect(Collectors.toMap(Candidate::operator, Function.identity())));
    }

    private DutyRoster(
            Map<DepartmentId, DepartmentRules> departments,
            Map<DepartmentId, Map<OperatorId, Integer>> members,
            Map<OperatorId, Candidate> present) {
        this.departments = departments;
        this.members = members;
        this.present = present;
    }

    /** The same departments with other operators present. */
    DutyRoster with(Map<OperatorId, Candidate> others) {
        return new DutyRoster(departments, members, new HashMap<>(others));
    }

    Collection<DepartmentRules> departments() {
        return departments.values();
    }

    Collection<Candidate> present() {
        return present.values();
    }

    Optional<Candidate> present(OperatorId operator) {
        return Optional.ofNullable(present.get(operator));
    }

    Optional<DepartmentRules> department(DepartmentId id) {
        return Optional.ofNullable(departments.get(id));
    }

    boolean serves(OperatorId operator, DepartmentId department) {
        return serves(members, operator, department);
    }

    /** Everybody serves a department without members. */
    static boolean serves(
            Map<DepartmentId, Map<OperatorId, Integer>> members, OperatorId operator, DepartmentId department) {
        Map<OperatorId, Integer> chosen = members.get(department);
        return chosen == null || chosen.containsKey(operator);
    }

    /** The operators who serve the department and have room, with their skill for it. */
    List<Candidate> candidates(DepartmentId department) {
        return team(department).withRoom();
    }

    private Team team(DepartmentId department) {
        Map<OperatorId, Integer> skills = members.get(department);
        if (skills == null) {
            Team all = everybody;
            if (all == null) {
                all = team(present.values());
                everybody = all;
            }
            return all;
        }
        return teams.computeIfAbsent(
                department,
                id -> team(skills.entrySet().stream()
                        .filter(member -> present.containsKey(member.getKey()))
                        .map(member -> skilled(present.get(member.getKey()), member.getValue()))
                        .toList()));
    }

    private static Team team(Collection<Candidate> all) {
        return new Team(
                all.size(),
                all.stream().filter(one -> one.load() < one.capacity()).toList());
    }

    private static Candidate skilled(Candidate one, int skill) {
        return one.skill() == skill
                ? one
                : new Candidate(one.operator(), skill, one.languages(), one.load(), one.capacity(), one.lastAssigned());
    }

    /** Whether it is open and somebody is there, with room or without. */
    boolean isStaffed(DepartmentRules rules, Instant now) {
        return rules.isOpen(now) && staff(rules.department().id()) > 0;
    }

    /** How many serve the department now, with room or without. */
    int staff(DepartmentId department) {
        return team(department).size();
    }

    /** Whether it is open and somebody has room. */
    boolean isAccepting(DepartmentRules rules, Instant now) {
        return rules.isOpen(now) && !candidates(rules.department().id()).isEmpty();
    }

    Availability availability(DepartmentRules rules, Instant now) {
        boolean open = rules.isOpen(now);
        return new Availability(
                rules.department(),
                open,
                isStaffed(rules, now),
                isAccepting(rules, now),
                ReceptionRules.receive(this, rules, now).isPresent(),
                open ? null : rules.nextOpening(now));
    }

    /** The department and its fallbacks in order, each once, even when the settings form a circle. */
    List<DepartmentRules> chain(DepartmentRules first) {
        Set<DepartmentId> seen = new LinkedHashSet<>();
        DepartmentRules next = first;
        while (next != null && seen.add(next.department().id())) {
            next = next.fallback() == null ? null : departments.get(next.fallback());
        }
        return seen.stream().map(departments::get).toList();
    }
}
