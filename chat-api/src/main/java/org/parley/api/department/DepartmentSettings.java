package org.parley.api.department;

import org.parley.api.site.BusinessHours;

/**
 * How a department works.
 *
 * @param name for people to read, 1 to 100 UTF-16 units
 * @param enabled false for a department that takes nothing new; its conversations stay
 * @param strategy which operator gets a conversation: {@code manual} (operators pick), {@code round-robin},
 *     {@code least-busy}, {@code priority}, {@code skills}, or the name of a
 *     {@link org.parley.api.routing.RoutingStrategy} of the company's own
 * @param offerSeconds how long an operator is asked before the next one is, 0 to 3600; 0 gives without asking
 * @param preferLast whether the operator who last answered a visitor is asked first
 * @param fallback the key of a department of the same site, which takes over when nobody is there; null for none
 * @param hours when it is open; null: the hours of its site
 * @param mayWait whether visitors may wait although nobody accepts
 * @param idleWarnMinutes after how many minutes without a word from the visitor they are warned that the conversation
 *     will be closed, 0 to 10080; 0 for never
 * @param idleCloseMinutes after how many minutes it is closed, above {@code idleWarnMinutes}, at most 10080; 0 for
 *     never
 * @param returnSeconds after how many seconds without a taker a transfer goes back to its sender, 1 to 3600
 */
public record DepartmentSettings(
        String name,
        boolean enabled,
        String strategy,
        int offerSeconds,
        boolean preferLast,
        String fallback,
        BusinessHours hours,
        boolean mayWait,
        int idleWarnMinutes,
        int idleCloseMinutes,
        int returnSeconds) {
    /** Operators pick from the queue. */
    public static final String MANUAL = "manual";

    /** The settings of a new department. */
    public static DepartmentSettings initial(String name) {
        return new DepartmentSettings(name, true, MANUAL, 30, false, null, null, true, 0, 0, 60);
    }
}
