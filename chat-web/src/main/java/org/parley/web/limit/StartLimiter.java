package org.parley.web.limit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;

/** Slows down whoever fills the queue with conversations. */
@ApplicationScoped
public class StartLimiter {
    @Inject
    @ConfigProperty(name = "parley.limits.starts-per-minute")
    int perMinute;

    private Buckets byAddress;

    @PostConstruct
    void prepare() {
        byAddress = new Buckets(perMinute, Duration.ofMinutes(1));
    }

    /** @throws ChatException RATE_LIMITED when too many new conversations came from the network of late */
    public void count(String network) {
        int seconds = byAddress.take(network);
        if (seconds > 0) {
            throw ChatException.rateLimited(
                    "Too many new conversations from this address. Try again in " + seconds + " seconds.", seconds);
        }
    }

    /** It was no new one, or nothing came of it. */
    public void giveBack(String network) {
        byAddress.giveBack(network);
    }
}
