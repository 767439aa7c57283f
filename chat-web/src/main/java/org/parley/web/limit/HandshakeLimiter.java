package org.parley.web.limit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;

/**
 * How often connections may be opened. Callers with a good token are counted by person, because many people may share
 * an address. All others are counted by address.
 */
@ApplicationScoped
public class HandshakeLimiter {
    @Inject
    @ConfigProperty(name = "parley.limits.handshakes-per-minute")
    int perMinute;

    private Buckets byPerson;
    private Buckets byAddress;

    /** For use without a container. */
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
     * @param principal of the token, {@code Identity.principalName}
     * @throws ChatException RATE_LIMITED when they have recently opened too many
     */
    public void count(String principal) {
        refuse(byPerson.take(principal), "You have opened too many connections.");
    }

    /** @throws ChatException RATE_LIMITED when too many recently came from the address without a good token */
    public void countUnknown(ClientAddress address) {
        refuse(byAddress.take(address.network()), "Too many connections without a good token from this address.");
    }

    private static void refuse(int seconds, String reason) {
        if (seconds > 0) {
            throw ChatException.rateLimited(reason + " Try again in " + seconds + " seconds.", seconds);
        }
    }
}
