package org.parley.web.visitor;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.parley.api.error.ChatException;

/**
 * Addresses of web pages as they may be kept and shown: http or https, so that a link is no script; without the fragment,
 * which sites use for tokens; and without a user's name and password. A browser can parse each of them.
 */
final class PageAddress {
    private static final int LONGEST = 2000;
    private static final int LONGEST_TITLE = 300;

    // Browsers allow more in a query than RFC 3986 does, so java.net.URI would refuse real pages.
    private static final Pattern WEB = Pattern.compile(
            "(https?://)(?:[^/?#\\\\]*@)?([^/?#\\\\@]+)((?:[/?][^#]*)?)(?:#.*)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\s]");

    private PageAddress() {}

    /** @throws ChatException INVALID when it is no web page's address, TOO_LARGE when it is too long */
    static String of(String field, String said) {
        Matcher matcher = WEB.matcher(said);
        if (!matcher.matches() || UNPRINTABLE.matcher(said).find() || !WebHost.isWellFormed(matcher.group(2))) {
            throw ChatException.invalid(field, "The field " + field + " is an http or https address.");
        }
        String address = matcher.group(1) + matcher.group(2) + matcher.group(3);
        if (address.length() > LONGEST) {
            throw ChatException.tooLarge(field, "The field " + field + " has at most " + LONGEST + " characters.");
        }
        return address;
    }

    /** Null for null and for a bad address, because a page cannot choose where its visitors come from. */
    static String orNull(String said) {
        try {
            return said == null ? null : of("referrer", said);
        } catch (ChatException e) {
            return null;
        }
    }

    /** A valid address without its query; null for null. */
    static String withoutQuery(String address) {
        return address == null ? null : address.split("\\?", 2)[0];
    }

    /** @return one line of at most 300 UTF-16 units; null when nothing is left */
    static String title(String said) {
        if (said == null) {
            return null;
        }
        String line = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        int end = Math.min(line.length(), LONGEST_TITLE);
        // A surrogate pair is not cut in half.
        if (end < line.length() && Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return end == 0 ? null : line.substring(0, end);
    }
}
