package org.parley.web.security;

/**
 * What a device says of itself as it comes, and where it comes from, as short as each connection can hold it. Nothing in it
 * is proven.
 *
 * @param browser a short name; null when unknown
 * @param language the one that the browser likes best (BCP 47); null when unknown
 * @param address the network address, as the container or a trusted proxy tells it; null when unknown
 */
public record Agent(String browser, String language, String address) {
    /** A device that said nothing. */
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
