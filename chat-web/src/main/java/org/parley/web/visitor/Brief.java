package org.parley.web.visitor;

import java.util.Map;
import java.util.TreeMap;

/**
 * Shortens a visitor's facts for the board, because memory has to hold tens of thousands of visitors. The database has
 * the whole.
 */
final class Brief {
    static final int PAGE = 800;
    static final int REFERRER = 300;

    /** For all attributes together, in bytes. */
    private static final int ATTRIBUTES = 1200;

    /** The bytes of an attribute besides its characters. */
    private static final int EACH = 120;

    private Brief() {}

    /** A long address without its query, cut to the length; null stays null. */
    static String address(String address, int most) {
        if (address == null || address.length() <= most) {
            return address;
        }
        int query = address.indexOf('?');
        return address.substring(0, query >= 0 && query < most ? query : most);
    }

    /** The attributes that fit, by name. */
    static Map<String, String> attributes(Map<String, String> said) {
        Map<String, String> kept = new TreeMap<>();
        int left = ATTRIBUTES;
        for (Map.Entry<String, String> one : new TreeMap<>(said).entrySet()) {
            int cost = EACH + 2 * (one.getKey().length() + one.getValue().length());
            if (cost <= left) {
                left -= cost;
                kept.put(one.getKey(), one.getValue());
            }
        }
        return kept.size() == said.size() ? said : kept;
    }
}
