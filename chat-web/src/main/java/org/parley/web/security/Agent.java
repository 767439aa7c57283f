package org.parley.web.security;

/**
 * A device's browser, language and address, in a short form for each connection. Nothing in it is proven.
 *
 * @param browser a short name; null when unknown
 * @param language the one that the browser prefers (BCP 47); null when unknown
 * @param address the network address, from the container or a trusted proxy; null when unknown
 */
public record Agent(String browser, String language, String address) {
    /** A device without any of these. */
    public static final Agent UNKNOWN = new Agent(null, null, null);

    /** From the headers {@code User-Agent} and {@code Accept-Language}; each may be null. */
    public static Agent of(String userAgent, String acceptLanguage, String address) {
        return new Agent(BrowserName.of(userAgent), BrowserName.language(acceptLanguage), address);
    }

    /** Keeps addresses out of logs. */
    @Override
    public String toString() {
        return "Agent";
    }
}
