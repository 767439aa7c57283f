package org.parley.api.operator;

import java.util.List;
import org.parley.api.department.Membership;

/**
 * Whether an operator may come in, what they can do, and how much of it.
 *
 * @param enabled false for one who may not come in, whoever keeps their account
 * @param capacity how many conversations routing gives them at once, 1 to 1000; null: the setting {@code
 *     parley.operator.capacity}
 * @param languages BCP 47 tags, such as {@code zh-CN}, at most 10; the first one is their best; maybe empty
 * @param departments which they serve, each once, at most 100, ordered by id. A department that nobody is a member of is
 *     served by all
 */
public record OperatorSettings(
        boolean enabled, Integer capacity, List<String> languages, List<Membership> departments) {
    /** How many conversations at once anybody can be given. */
    public static final int MOST_CAPACITY = 1000;

    /** What a new operator has. */
    public static final OperatorSettings INITIAL = new OperatorSettings(true, null, List.of(), List.of());

    public OperatorSettings {
        languages = List.copyOf(languages);
        departments = List.copyOf(departments);
    }
}
