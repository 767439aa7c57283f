package org.parley.web.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.web.limit.Buckets;

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

    private Buckets byAccount;
    private Buckets byAddress;

    @PostConstruct
    void prepare() {
        Duration window = Duration.ofSeconds(windowSeconds);
        byAccount = new Buckets(tries, window);
        byAddress = new Buckets(tries * ADDRESS_FACTOR, window);
    }

    /**
     * Counts a try before it is looked at, so that many at once are as many tries.
     *
     * @throws ChatException RATE_LIMITED when there were too many wrong logins of late
     */
    void count(String username, String address) {
        // By account and address: whoever guesses elsewhere must not lock the account's owner out.
        refuse(byAccount.take(username + " " + address));
        refuse(byAddress.take(address));
    }

    /** A right login costs nothing. */
    void giveBack(String username, String address) {
        byAccount.giveBack(username + " " + address);
        byAddress.giveBack(address);
    }

    private static void refuse(int seconds) {
        if (seconds > 0) {
            throw ChatException.rateLimited("Too many wrong logins. Try again in " + seconds + " seconds.", seconds);
        }
    }
}
