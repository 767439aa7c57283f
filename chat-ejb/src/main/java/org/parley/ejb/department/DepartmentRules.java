package org.parley.ejb.department;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.parley.api.department.DepartmentSettings;
import org.parley.api.error.ChatException;
import org.parley.ejb.database.ShownName;

/** The rules for a department's settings. */
final class DepartmentRules {
    static final int MOST_NAME = 100;
    static final int MOST_SECONDS = 3600;
    static final int MOST_IDLE_MINUTES = 7 * 24 * 60;

    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,64}");

    private DepartmentRules() {}

    static boolean isKey(String key) {
        return key != null && KEY.matcher(key).matches();
    }

    /** @throws ChatException INVALID with the field whose rule is broken */
    static void check(DepartmentSettings settings, Predicate<String> isStrategy) {
        String name = settings.name();
        if (ShownName.of(name) == null || name.length() > MOST_NAME) {
            throw ChatException.invalid("name", "A department needs a name of 1 to " + MOST_NAME + " characters.");
        }
        if (!isStrategy.test(settings.strategy())) {
            throw ChatException.invalid("strategy", "There is no such routing strategy.");
        }
        range("offerSeconds", settings.offerSeconds(), 0, MOST_SECONDS);
        range("returnSeconds", settings.returnSeconds(), 1, MOST_SECONDS);
        range("idleWarnMinutes", settings.idleWarnMinutes(), 0, MOST_IDLE_MINUTES);
        range("idleCloseMinutes", settings.idleCloseMinutes(), 0, MOST_IDLE_MINUTES);
        if (settings.idleWarnMinutes() > 0 && settings.idleCloseMinutes() <= settings.idleWarnMinutes()) {
            throw ChatException.invalid(
                    "idleCloseMinutes",
                    "Who is warned that a conversation will be closed sees it closed later than that.");
        }
    }

    /**
     * The chain of fallbacks has to end.
     *
     * @param fallbacks by the keys of the departments that have one
     * @throws ChatException INVALID when the chain leads back to this department, or out of the site
     */
    static void checkFallback(String key, Map<String, String> fallbacks, Set<String> known) {
        String first = fallbacks.get(key);
        if (first != null && !known.contains(first)) {
            throw ChatException.invalid("fallback", "The site has no department to fall back to with that key.");
        }
        Set<String> seen = new HashSet<>();
        for (String next = first; next != null && seen.add(next); next = fallbacks.get(next)) {
            if (next.equals(key)) {
                throw ChatException.invalid(
                        "fallback", "A department cannot fall back to itself, directly or by way of others.");
            }
        }
    }

    private static void range(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw ChatException.invalid(
                    field, "The field " + field + " is a number from " + least + " to " + most + ".");
        }
    }
}
