package org.parley.web.security;

/**
 * What a device says of itself as it comes, and where it comes from. Nothing in it is proven.
 *
 * @param userAgent the header of that name; null without one
 * @param languages the header {@code Accept-Language}; null without one
 * @param address the network address that the container sees; null when unknown
 */
public record Agent(String userAgent, String languages, String address) {
    /** A device that said nothing. */
    public static final Agent UNKNOWN = new Agent(null, null, null);

    /** Keeps addresses out of logs. */
    @Override
    public String toString() {
        return "Agent";
    }
}
