package org.parley.api.routing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.parley.api.department.Department;
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.OperatorStatus;

/**
 * How the desk stands at one moment, for supervisors.
 *
 * @param departments by site and name; disabled ones only while something is left in them
 * @param operators by name; the reachable ones, and unreachable ones who have something to do
 * @param nobodys open conversations for which neither an operator nor a queue is responsible; anything but 0 is a fault
 */
public record Board(List<Queue> departments, List<Desk> operators, long nobodys) {
    public Board {
        departments = List.copyOf(departments);
        operators = List.copyOf(operators);
    }

    /**
     * A department.
     *
     * @param waiting how many visitors wait, including the offered ones
     * @param longest since when the longest waiting visitor waits; null for nobody
     * @param offered how many waiting conversations an operator is asked to take
     * @param messages how many conversations were left as a message, and wait for an answer without their visitor
     * @param active how many conversations have an owner
     * @param hour the times of conversations accepted or first answered within the last hour
     * @param today the same since midnight, in the time zone of the department's hours, else of the server
     */
    public record Queue(
            Department department,
            long waiting,
            Instant longest,
            long offered,
            long messages,
            long active,
            Times hour,
            Times today) {}

    /**
     * How long visitors waited, from the beginning of their conversation.
     *
     * @param waits until an operator first accepted
     * @param responses until an operator first wrote
     */
    public record Times(Spread waits, Spread responses) {}

    /**
     * How long something took, over several cases.
     *
     * @param count the number of cases
     * @param median half of the cases took at most so long; null when {@code count} is 0
     * @param most nine of ten cases took at most so long; null when {@code count} is 0
     */
    public record Spread(int count, Duration median, Duration most) {}

    /**
     * An operator.
     *
     * @param status their own; {@code OFFLINE} when they cannot be reached
     * @param active conversations that they own
     * @param offered conversations that they are asked to take
     * @param capacity how many of both they can do at once, at least 1
     */
    public record Desk(
            OperatorId operator, String name, OperatorStatus status, long active, long offered, int capacity) {}
}
