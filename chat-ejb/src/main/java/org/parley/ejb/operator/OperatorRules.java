package org.parley.ejb.operator;

import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.parley.api.department.DepartmentId;
import org.parley.api.department.Membership;
import org.parley.api.error.ChatException;
import org.parley.api.operator.OperatorSettings;

/** The rules for an operator's settings. */
final class OperatorRules {
    static final int MOST_LANGUAGES = 10;
    static final int MOST_DEPARTMENTS = 100;
    static final int BEST_SKILL = 10;

    // RFC 5646, section 4.4.1, calls this long enough for what is used.
    private static final int MOST_TAG = 35;

    private OperatorRules() {}

    /**
     * The settings in their stored form: languages canonical, each once.
     *
     * @throws ChatException INVALID with the field whose rule is broken
     */
    static OperatorSettings checked(OperatorSettings settings) {
        Integer capacity = settings.capacity();
        if (capacity != null && (capacity < 1 || capacity > OperatorSettings.MOST_CAPACITY)) {
            throw ChatException.invalid(
                    "capacity",
                    "The capacity is a number from 1 to " + OperatorSettings.MOST_CAPACITY
                            + ", or null for the usual one.");
        }
        List<String> languages = settings.languages().stream()
                .map(OperatorRules::language)
                .distinct()
                .toList();
        if (languages.size() > MOST_LANGUAGES) {
            throw ChatException.invalid("languages", "There are at most " + MOST_LANGUAGES + " languages.");
        }
        check(settings.departments());
        return new OperatorSettings(settings.enabled(), capacity, languages, settings.departments());
    }

    private static String language(String tag) {
        try {
            Locale locale = new Locale.Builder().setLanguageTag(tag).build();
            // Longer subtags are well-formed, but no language has one: "english" is a mistake.
            boolean isLanguage =
                    locale.getLanguage().length() == 2 || locale.getLanguage().length() == 3;
            if (isLanguage && locale.toLanguageTag().length() <= MOST_TAG) {
                return locale.toLanguageTag();
            }
        } catch (IllformedLocaleException e) {
            // Said below.
        }
        throw ChatException.invalid("languages", "Languages are BCP 47 tags, such as en or zh-CN.");
    }

    private static void check(List<Membership> departments) {
        if (departments.size() > MOST_DEPARTMENTS) {
            throw ChatException.invalid("departments", "There are at most " + MOST_DEPARTMENTS + " departments.");
        }
        Set<DepartmentId> seen = new HashSet<>();
        for (Membership membership : departments) {
            if (membership.skill() < 1 || membership.skill() > BEST_SKILL) {
                throw ChatException.invalid("departments", "A skill is a number from 1 to " + BEST_SKILL + ".");
            }
            if (!seen.add(membership.department())) {
                throw ChatException.invalid("departments", "Each department is named once.");
            }
        }
    }
}
