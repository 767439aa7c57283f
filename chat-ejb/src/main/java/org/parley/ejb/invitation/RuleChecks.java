package org.parley.ejb.invitation;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.parley.api.error.ChatException;
import org.parley.api.invitation.InvitationRule;
import org.parley.api.invitation.InvitationRule.Conditions;
import org.parley.ejb.database.ShownName;

/** The checks of an invitation rule: it can be stored, and can have an effect. */
final class RuleChecks {
    private static final int PATTERN_LENGTH = 500;
    private static final int MOST_SECONDS = 24 * 60 * 60;
    private static final int MOST_PAGES = 1000;
    private static final int ATTRIBUTE_LENGTH = 50;
    private static final int VALUE_LENGTH = 500;
    private static final int MOST_TEXTS = 20;
    private static final int TEXTS_LENGTH = 15_000;

    private static final List<String> SCHEMES = List.of("https://", "http://");
    /** Characters that no compared address contains. */
    private static final Pattern UNSEEN = Pattern.compile("[?#\\s\\p{Cntrl}]");

    private RuleChecks() {}

    /** @param text checks one text, as a message */
    static void check(InvitationRule rule, Consumer<String> text) {
        require(
                isLong(rule.name(), 100) && ShownName.of(rule.name()) != null,
                "name",
                "A rule needs a name of 1 to 100 characters.");
        check(rule.when());
        int length = 0;
        for (var entry : rule.texts().entrySet()) {
            require(isLanguage(entry.getKey()), "texts", "The languages are tags such as en, zh-CN or ar.");
            text.accept(entry.getValue());
            length += entry.getValue().length();
        }
        require(
                !rule.texts().isEmpty() && rule.texts().size() <= MOST_TEXTS && length <= TEXTS_LENGTH,
                "texts",
                "A rule has 1 to " + MOST_TEXTS + " texts, of " + TEXTS_LENGTH + " characters in all.");
    }

    private static void check(Conditions when) {
        require(
                when.page() == null
                        || isLong(when.page(), PATTERN_LENGTH) && !when.page().isBlank(),
                "page",
                "A page pattern has 1 to " + PATTERN_LENGTH + " characters.");
        require(
                when.page() == null || canMatch(when.page()),
                "page",
                "No page has such an address: a pattern begins with a slash for the path alone, else with https://, http://"
                        + " or a star, and neither query, fragment nor spaces count.");
        require(
                when.seconds() == null || when.seconds() >= 0 && when.seconds() <= MOST_SECONDS,
                "seconds",
                "Seconds on the page are 0 to " + MOST_SECONDS + ".");
        require(
                when.pages() == null || when.pages() >= 1 && when.pages() <= MOST_PAGES,
                "pages",
                "The number of pages is 1 to " + MOST_PAGES + ".");
        require(
                when.attribute() == null && when.value() == null
                        || isLong(when.attribute(), ATTRIBUTE_LENGTH) && isLong(when.value(), VALUE_LENGTH),
                "attribute",
                "An attribute is compared with a value; the name has at most 50, the value at most 500 characters.");
        require((when.from() == null) == (when.to() == null), "from", "Hours have a beginning and an end.");
        if (when.from() != null) {
            LocalTime from = time("from", when.from());
            require(!from.equals(time("to", when.to())), "to", "The hours end when they begin.");
        }
    }

    private static boolean canMatch(String pattern) {
        String beginning = pattern.split("\\*", 2)[0];
        return UNSEEN.matcher(pattern).results().findAny().isEmpty()
                && (beginning.startsWith("/")
                        || pattern.contains("*") && SCHEMES.stream().anyMatch(scheme -> begin(scheme, beginning))
                        || SCHEMES.stream().anyMatch(scheme -> beginning.matches("(?i)" + scheme + "[^/*].*")));
    }

    private static boolean begin(String scheme, String beginning) {
        return scheme.startsWith(beginning.toLowerCase(Locale.ROOT));
    }

    private static LocalTime time(String field, String text) {
        try {
            require(text.length() == 5, field, "Hours look like 09:30.");
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            throw ChatException.invalid(field, "Hours look like 09:30.");
        }
    }

    private static boolean isLong(String text, int most) {
        return text != null && text.length() <= most;
    }

    private static boolean isLanguage(String tag) {
        try {
            String known = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            return !tag.isEmpty() && tag.length() <= 35 && known.equals(tag);
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private static void require(boolean holds, String field, String message) {
        if (!holds) {
            throw ChatException.invalid(field, message);
        }
    }
}
