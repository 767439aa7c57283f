package org.parley.web.limit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;

/**
 * Limits new conversations. New visitors are counted by address. Older visitors are counted by person, because many may
 * share an address; an address may have ten times as many of these.
 */
@ApplicationScoped
public class StartLimiter {
    private static final int ADDRESS_FACTOR = 10;
    private static final Duration ACQUAINTANCE = Duration.ofDays(1);
    private static final int TIME_OF_UUID_V7 = 16;

    @Inject
    @ConfigProperty(name = "parley.limits.starts-per-minute")
    int perMinute;

    @Inject
    Clock clock;

    private Buckets byAddress;
    private Buckets byPerson;
    private Buckets byAddressOfKnown;

    /** For use without a container. */
    static StartLimiter perMinute(int most, Clock clock) {
        StartLimiter limiter = new StartLimiter();
        limiter.perMinute = most;
        limiter.clock = clock;
        limiter.prepare();
        return limiter;
    }

    @PostConstruct
    void prepare() {
        byAddress = new Buckets(perMinute, Duration.ofMinutes(1));
        byPerson = new Buckets(perMinute, Duration.ofMinutes(1));
        byAddressOfKnown = new Buckets(perMinute * ADDRESS_FACTOR, Duration.ofMinutes(1));
    }

    /**
     * @return takes the count back; to be run when no conversation was opened
     * @throws ChatException RATE_LIMITED when too many came recently
     */
    public Runnable count(String visitor, String network) {
        if (!isKnown(visitor)) {
            take(byAddress, network, "from this address");
            return () -> byAddress.giveBack(network);
        }
        take(byPerson, visitor, "of yours");
        try {
            take(byAddressOfKnown, network, "from this address");
        } catch (ChatException tooMany) {
            byPerson.giveBack(visitor);
            throw tooMany;
        }
        return () -> {
            byPerson.giveBack(visitor);
            byAddressOfKnown.giveBack(network);
        };
    }

    /** Whether the visitor is older than a day, by the time in their id. */
    private boolean isKnown(String visitor) {
        Instant made = Instant.ofEpochMilli(UUID.fromString(visitor).getMostSignificantBits() >>> TIME_OF_UUID_V7);
        return made.isBefore(clock.instant().minus(ACQUAINTANCE));
    }

    private static void take(Buckets buckets, String key, String whose) {
        int seconds = buckets.take(key);
        if (seconds > 0) {
            throw ChatException.rateLimited(
                    "Too many new conversations " + whose + ". Try again in " + seconds + " seconds.", seconds);
        }
    }
}
