package org.parley.web.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.web.limit.Buckets;
import org.parley.web.limit.EarlyLimit;
import org.parley.web.limit.GrowingDelay;

/**
 * Slows down guesses of passwords. It counts wrong logins by account and address, by address, and by account over all
 * addresses from which it has not recently signed in. So a stranger can never keep an account's owner out. Right logins
 * cost nothing.
 */
@ApplicationScoped
public class LoginLimiter implements EarlyLimit {
    private static final int ADDRESS_FACTOR = 10; // many people share the address of a company's proxy

    @Inject
    @ConfigProperty(name = "parley.login.tries")
    int tries;

    @Inject
    @ConfigProperty(name = "parley.login.window")
    int windowSeconds;

    @Inject
    @ConfigProperty(name = "parley.login.longest-delay")
    int longestDelay;

    @Inject
    Clock clock;

    private Buckets byAccountAndAddress;
    private Buckets byAddress;
    private GrowingDelay byAccount;

    @PostConstruct
    void prepare() {
        Duration window = Duration.ofSeconds(windowSeconds);
        byAccountAndAddress = new Buckets(tries, window);
        byAddress = new Buckets(tries * ADDRESS_FACTOR, window);
        byAccount = new GrowingDelay(tries, Duration.ofSeconds(longestDelay), clock);
    }

    @Override
    public String path() {
        return "/api/v1/login";
    }

    @Override
    public void ask(String network, boolean isKnown) {
        refuse(byAddress.look(network), () -> {});
    }

    /**
     * Counts a try before the password is checked, so that many at once count as many.
     *
     * @param isKnown whether the account has recently signed in from the address; then guesses from elsewhere do not
     *     count
     * @throws ChatException RATE_LIMITED after too many recent wrong logins; the try does not count then
     */
    void count(String username, String address, boolean isKnown) {
        refuse(byAddress.take(address), () -> {});
        refuse(byAccountAndAddress.take(username + " " + address), () -> byAddress.giveBack(address));
        if (!isKnown) {
            refuse(byAccount.take(username), () -> {
                byAddress.giveBack(address);
                byAccountAndAddress.giveBack(username + " " + address);
            });
        }
    }

    /** Takes a try back: a right login costs nothing, and neither does an unchecked one. */
    void giveBack(String username, String address, boolean isKnown) {
        byAccountAndAddress.giveBack(username + " " + address);
        byAddress.giveBack(address);
        if (!isKnown) {
            byAccount.giveBack(username);
        }
    }

    private static void refuse(int seconds, Runnable undo) {
        if (seconds > 0) {
            undo.run();
            throw ChatException.rateLimited("Too many wrong logins. Try again in " + seconds + " seconds.", seconds);
        }
    }
}
