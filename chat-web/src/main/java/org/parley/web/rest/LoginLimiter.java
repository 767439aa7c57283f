package org.parley.web.rest;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;

/** Slows down whoever guesses passwords: wrong logins per account and per address; right ones cost nothing. */
@ApplicationScoped
public class LoginLimiter {
    private static final int ADDRESS_FACTOR = 10; // many people share the address of a company's proxy

    @Inject
    @ConfigProperty(name = "parley.login.tries")
    int tries;

    @Inject
    @ConfigProperty(name = "parley.login.window")
    int windowSeconds;

    private LoadingCache<String, Bucket> byAccount;
    private LoadingCache<String, Bucket> byAddress;

    @PostConstruct
    void prepare() {
        byAccount = buckets(tries);
        byAddress = buckets(tries * ADDRESS_FACTOR);
    }

    /**
     * Counts a try before it is looked at, so that many at once are as many tries.
     *
     * @throws ChatException RATE_LIMITED when there were too many wrong logins of late
     */
    void count(String username, String address) {
        // By account and address: whoever guesses elsewhere must not lock the account's owner out.
        count(byAccount.get(username + " " + address));
        count(byAddress.get(address));
    }

    /** A right login costs nothing. */
    void giveBack(String username, String address) {
        byAccount.get(username + " " + address).addTokens(1);
        byAddress.get(address).addTokens(1);
    }

    private static void count(Bucket bucket) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            int seconds = 1 + (int) TimeUnit.NANOSECONDS.toSeconds(probe.getNanosToWaitForRefill());
            throw ChatException.rateLimited("Too many wrong logins. Try again in " + seconds + " seconds.", seconds);
        }
    }

    private LoadingCache<String, Bucket> buckets(int capacity) {
        Duration window = Duration.ofSeconds(windowSeconds);
        return Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterAccess(window)
                .build(key -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(capacity).refillGreedy(capacity, window))
                        .build());
    }
}
