package org.parley.web.limit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;

/** Slows down whoever fills the database with visitors. */
@ApplicationScoped
public class VisitorLimiter {
    @Inject
    @ConfigProperty(name = "parley.limits.visitors-per-minute")
    int perMinute;

    private Buckets byAddress;

    @PostConstruct
    void prepare() {
        byAddress = new Buckets(perMinute, Duration.ofMinutes(1));
    }

    /** @throws ChatException RATE_LIMITED when too many new visitors came from the address of late */
    public void count(String address) {
        int seconds = byAddress.take(address);
        if (seconds > 0) {
            throw ChatException.rateLimited(
                    "Too many new visitors from this address. Try again in " + seconds + " seconds.", seconds);
        }
    }
}
