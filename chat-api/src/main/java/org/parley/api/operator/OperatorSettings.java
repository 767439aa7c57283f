package org.parley.api.operator;

import java.util.List;
import org.parley.api.department.Membership;

/**
 * Whether an operator may sign in, and which conversations they get.
 *
 * @param enabled false: may not sign in, by a built-in account or the identity provider
 * @param capacity how many conversations routing gives them at once, 1 to 1000; null: the setting
 *     {@code parley.operator.capacity}
 * @param languages BCP 47 tags, such as {@code zh-CN}, at most 10; the first one is their best; maybe empty
 * @param departments that they serve, each once, at most 100, ordered by id. All operators serve a department without
 *     members
 */
public record OperatorSettings(
        boolean enabled, Integer capacity, List<String> languages, List<Membership> departments) {
    /** The highest capacity. */
    public static final int MOST_CAPACITY = 1000;

    /** The settings of a new operator. */
    public static final OperatorSettings INITIAL = new OperatorSettings(true, null, List.of(), List.of());

    public OperatorSettings {
        languages = List.copyOf(languages);
        departments = List.copyOf(departments);
    }
}
