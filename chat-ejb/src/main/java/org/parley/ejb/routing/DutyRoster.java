package org.parley.ejb.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Availability;
import org.parley.api.routing.Candidate;

/**
 * Which operators are on duty at one moment, and for which departments.
 *
 * @param departments of all sites, by site and name
 * @param members the operators of each department with members
 * @param present operators who can be reached and are willing, each with skill 1
 */
record DutyRoster(
        List<DepartmentRules> departments,
        Map<DepartmentId, Map<OperatorId, Integer>> members,
        List<Candidate> present) {

    Optional<DepartmentRules> department(DepartmentId id) {
        return departments.stream()
                .filter(rules -> rules.department().id().equals(id))
                .findFirst();
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
        Map<OperatorId, Integer> skills = members.getOrDefault(department, Map.of());
        return present.stream()
                .filter(one -> serves(one.operator(), department) && one.load() < one.capacity())
                .map(one -> new Candidate(
                        one.operator(),
                        skills.getOrDefault(one.operator(), 1),
                        one.languages(),
                        one.load(),
                        one.capacity(),
                        one.lastAssigned()))
                .toList();
    }

    /** Whether it is open and somebody is there, with room or without. */
    boolean isStaffed(DepartmentRules rules, Instant now) {
        return rules.isOpen(now) && staff(rules.department().id()) > 0;
    }

    /** How many serve the department now, with room or without. */
    int staff(DepartmentId department) {
        return (int) present.stream()
                .filter(one -> serves(one.operator(), department))
                .count();
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
        Map<DepartmentId, DepartmentRules> byId = departments.stream()
                .collect(Collectors.toMap(rules -> rules.department().id(), Function.identity()));
        Set<DepartmentId> seen = new java.util.LinkedHashSet<>();
        DepartmentRules next = first;
        while (next != null && seen.add(next.department().id())) {
            next = next.fallback() == null ? null : byId.get(next.fallback());
        }
        return seen.stream().map(byId::get).toList();
    }
}
