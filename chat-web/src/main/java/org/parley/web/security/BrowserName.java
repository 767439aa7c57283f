package org.parley.web.security;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The browser's common name from {@code User-Agent}, and the language from {@code Accept-Language}. */
final class BrowserName {
    // Each browser also names its ancestors, so the newest come first.
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

    /** @return the family; null for an unknown one */
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

    /** @return the language that the browser prefers (BCP 47); null when missing or unreadable */
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
