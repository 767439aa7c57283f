package org.parley.ejb.routing.strategy;

import java.util.Locale;
import java.util.Set;

/** How well an operator's languages fit a wanted one; all are BCP 47 tags, in upper or lower case. */
final class Spoken {
    private static final int NO = 0;
    private static final int MAYBE = 1;
    private static final int OTHER_REGION = 2;
    private static final int YES = 3;

    private Spoken() {}

    /**
     * @param wish null when unknown: then everybody fits equally
     * @param languages empty when unknown, which fits better than known other languages
     * @return higher is better
     */
    static int match(String wish, Set<String> languages) {
        if (wish == null || languages.isEmpty()) {
            return MAYBE;
        }
        return languages.stream()
                .mapToInt(language -> match(wish.toLowerCase(Locale.ROOT), language.toLowerCase(Locale.ROOT)))
                .max()
                .orElseThrow();
    }

    private static int match(String wish, String language) {
        if (isWithin(wish, language) || isWithin(language, wish)) {
            return YES;
        }
        return primary(wish).equals(primary(language)) ? OTHER_REGION : NO;
    }

    /** {@code pt-br} is within {@code pt}, {@code ptx} is not (RFC 4647, basic filtering). */
    private static boolean isWithin(String tag, String range) {
        return tag.equals(range) || tag.startsWith(range + "-");
    }

    private static String primary(String tag) {
        return tag.split("-", 2)[0];
    }
}
