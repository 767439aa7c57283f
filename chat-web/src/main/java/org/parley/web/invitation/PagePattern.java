package org.parley.web.invitation;

/**
 * Patterns for addresses in which {@code *} stands for anything. No regular expressions, because an administrator's
 * mistake must not cost the server its time.
 */
final class PagePattern {
    private PagePattern() {}

    /**
     * @param pattern for the path alone when it begins with a slash, else for the whole address
     * @param address of a page; its query does not count
     */
    static boolean matches(String pattern, String address) {
        String page = address.split("\\?", 2)[0];
        return fits(pattern, pattern.startsWith("/") ? path(page) : page);
    }

    private static String path(String page) {
        int host = page.indexOf("://") + 3;
        int slash = page.indexOf('/', host);
        return slash < 0 ? "/" : page.substring(slash);
    }

    /** Returns only to the newest star, so it takes at most length times length steps. */
    static boolean fits(String pattern, String text) {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }
}
