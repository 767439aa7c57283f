package org.parley.web.limit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;

/**
 * How often connections are opened. Whoever brings a good token is counted by person: many people may share an address.
 * All others are counted by their address.
 */
@ApplicationScoped
public class HandshakeLimiter {
    @Inject
    @ConfigProperty(name = "parley.limits.handshakes-per-minute")
    int perMinute;

    private Buckets byPerson;
    private Buckets byAddress;

    /** One without a container. */
    public static HandshakeLimiter perMinute(int most) {
        HandshakeLimiter limiter = new HandshakeLimiter();
        limiter.perMinute = most;
        limiter.prepare();
        return limiter;
    }

    @PostConstruct
    void prepare() {
        byPerson = new Buckets(perMinute, Duration.ofMinutes(1));
        byAddress = new Buckets(perMinute, Duration.ofMinutes(1));
    }

    /**
     * @param principal whose token it is, as {@code Identity.principalName} tells
     * @throws ChatException RATE_LIMITED when they have opened too many of late
     */
    public void count(String principal) {
        refuse(byPerson.take(principal), "You have opened too many connections.");
    }

    /** @throws ChatException RATE_LIMITED when too many came from the address without a good token of late */
    public void countUnknown(ClientAddress address) {
        refuse(byAddress.take(address.network()), "Too many connections without a good token from this address.");
    }

    private static void refuse(int seconds, String reason) {
        if (seconds > 0) {
            throw ChatException.rateLimited(reason + " Try again in " + seconds + " seconds.", seconds);
        }
    }
}
