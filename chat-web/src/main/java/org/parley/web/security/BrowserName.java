package org.parley.web.security;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What people call the browser of a {@code User-Agent} and the language of an {@code Accept-Language}. */
final class BrowserName {
    // Each names those that it descends from as well, so the youngest come first.
    private static final Map<String, String> FAMILIES = new LinkedHashMap<>();

    static {
        FAMILIES.put("Edg", "Edge");
        FAMILIES.put("OPR/", "Opera");
        FAMILIES.put("SamsungBrowser/", "Samsung Internet");
        FAMILIES.put("Firefox/", "Firefox");
        FAMILIES.put("FxiOS/", "Firefox");
        FAMILIES.put("CriOS/", "Chrome");
        FAMILIES.put("Chrome/", "Chrome");
        FAMILIES.put("Safari/", "Safari");
    }

    private BrowserName() {}

    /** @return the family; null for one that is not known */
    static String of(String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return null;
        }
        for (Map.Entry<String, String> family : FAMILIES.entrySet()) {
            if (userAgent.contains(family.getKey())) {
                return family.getValue();
            }
        }
        return null;
    }

    /** @return the language that the browser likes best (BCP 47); null when it says none, or nothing readable */
    static String language(String acceptLanguage) {
        if (acceptLanguage == null) {
            return null;
        }
        try {
            String range = Locale.LanguageRange.parse(acceptLanguage).get(0).getRange();
            String tag = Locale.forLanguageTag(range).toLanguageTag();
            return tag.equals("und") ? null : tag;
        } catch (RuntimeException unreadable) {
            return null;
        }
    }
}
