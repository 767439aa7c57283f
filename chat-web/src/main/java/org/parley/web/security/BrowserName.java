package org.parley.web.security;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What people call the browser of a {@code User-Agent} and the language of an {@code Accept-Language}. */
final class BrowserName {
    private static final int LONGEST = 40;

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

    /** @return the family, or the beginning of what the browser says of itself; null when it says nothing */
    static String of(String userAgent) {
        if (userAgent == null || userAgent.isBlank()) {
            return null;
        }
        for (Map.Entry<String, String> family : FAMILIES.entrySet()) {
            if (userAgent.contains(family.getKey())) {
                return family.getValue();
            }
        }
        String plain = userAgent.replaceAll("[^ -~]", " ").strip();
        return plain.isEmpty() ? null : plain.substring(0, Math.min(plain.length(), LONGEST));
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
