package org.parley.web.limit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.api.visitor.VisitorId;

/** Limits new visitors, and changes to known ones. */
@ApplicationScoped
public class VisitorLimiter implements EarlyLimit {
    private static final String TOO_MANY = "Too many new visitors from this address.";

    @Inject
    @ConfigProperty(name = "parley.limits.visitors-per-minute")
    int perMinute;

    private Buckets byAddress;
    private Buckets byVisitor;

    @PostConstruct
    void prepare() {
        byAddress = new Buckets(perMinute, Duration.ofMinutes(1));
        byVisitor = new Buckets(perMinute, Duration.ofMinutes(1));
    }

    @Override
    public String path() {
        return "/api/v1/visitors";
    }

    @Override
    public void ask(String network, boolean isKnown) {
        refuse(isKnown ? 0 : byAddress.look(network), TOO_MANY);
    }

    /** @throws ChatException RATE_LIMITED when too many new visitors recently came from the address */
    public void count(String address) {
        refuse(byAddress.take(address), TOO_MANY);
    }

    /** @throws ChatException RATE_LIMITED when pages have recently described the visitor too often */
    public void countKnown(VisitorId visitor) {
        refuse(byVisitor.take(visitor.toString()), "Pages say something of this visitor too often.");
    }

    private static void refuse(int seconds, String reason) {
        if (seconds > 0) {
            throw ChatException.rateLimited(reason + " Try again in " + seconds + " seconds.", seconds);
        }
    }
}
