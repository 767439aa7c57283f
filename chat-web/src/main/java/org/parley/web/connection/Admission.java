package org.parley.web.connection;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.web.limit.Buckets;

/** Who may open a connection now: asked before a socket's upgrade and at a first poll. */
@ApplicationScoped
public class Admission {
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int FULL_RETRY_SECONDS = 10;

    @Inject
    Door door;

    @Inject
    ConnectionRegistry registry;

    @Inject
    @ConfigProperty(name = "parley.limits.handshakes-per-minute")
    int perMinute;

    @Inject
    @ConfigProperty(name = "parley.limits.connections")
    int most;

    @Inject
    @ConfigProperty(name = "parley.limits.connections-per-participant")
    int mostPerParticipant;

    private Buckets byAddress;

    @PostConstruct
    void prepare() {
        byAddress = new Buckets(perMinute, WINDOW);
    }

    /**
     * @param principal whose token it is, as {@code Identity.principalName} tells
     * @throws ChatException UNAVAILABLE while the server shuts down, RATE_LIMITED over a limit; both with the seconds
     *     after which to come back
     */
    public void admit(String principal, String address) {
        door.pass();
        int seconds = byAddress.take(address);
        if (seconds > 0) {
            throw ChatException.rateLimited(
                    "Too many connections were opened from this address. Try again in " + seconds + " seconds.",
                    seconds);
        }
        if (registry.size() >= most) {
            throw ChatException.rateLimited("This server has as many connections as it takes.", FULL_RETRY_SECONDS);
        }
        if (registry.countOf(principal) >= mostPerParticipant) {
            throw ChatException.rateLimited("You have as many connections as one may have.", FULL_RETRY_SECONDS);
        }
    }
}
