package org.parley.ejb.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.api.department.Department;

/** Which department takes a visitor's conversation. A plain class, so that it can be tested with any settings. */
final class ReceptionRules {
    private ReceptionRules() {}

    /**
     * The first department of the chain that accepts now; else the wanted one if the visitor may wait there while it is
     * open; else the first one of the chain that lets them wait.
     *
     * @return empty when the visitor can only leave a message
     */
    static Optional<Department> receive(DutyRoster duty, DepartmentRules wanted, Instant now) {
        List<DepartmentRules> chain = duty.chain(wanted);
        return chain.stream()
                .filter(rules -> duty.isAccepting(rules, now))
                .findFirst()
                .or(() -> chain.stream().filter(rules -> rules.letsWait(now)).findFirst())
                .map(DepartmentRules::department);
    }

    /** The department for a left message: the first enabled one of the chain, else of the site. */
    static Optional<Department> mailbox(DutyRoster duty, DepartmentRules wanted) {
        return Stream.concat(
                        duty.chain(wanted).stream(),
                        duty.departments().stream()
                                .filter(rules -> rules.department()
                                        .site()
                                        .equals(wanted.department().site())))
                .filter(rules -> rules.settings().enabled())
                .findFirst()
                .map(DepartmentRules::department);
    }

    /** The fallback that takes over from a department without anybody; empty while none of the chain accepts. */
    static Optional<Department> fallBack(DutyRoster duty, DepartmentRules from, Instant now) {
        return duty.chain(from).stream()
                .skip(1)
                .filter(rules -> duty.isAccepting(rules, now))
                .findFirst()
                .map(DepartmentRules::department);
    }
}
