package org.parley.web.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.web.limit.ClientAddress;
import org.parley.web.limit.HandshakeLimiter;
import org.parley.web.security.Identity;

/** Decides who may open a connection now, before a socket's upgrade and at a first poll. */
@ApplicationScoped
public class Admission {
    private static final int FULL_RETRY_SECONDS = 10;

    @Inject
    Door door;

    @Inject
    ConnectionRegistry registry;

    @Inject
    HandshakeLimiter handshakes;

    @Inject
    @ConfigProperty(name = "parley.limits.connections")
    int most;

    @Inject
    @ConfigProperty(name = "parley.limits.connections-per-participant")
    int mostPerParticipant;

    @Inject
    @ConfigProperty(name = "parley.limits.connections-per-address")
    int mostPerAddress;

    @Inject
    @ConfigProperty(name = "parley.limits.connections-for-staff")
    int percentForStaff;

    /**
     * @throws ChatException UNAVAILABLE while the server shuts down, RATE_LIMITED over a limit; both with the seconds
     *     after which to come back
     */
    public void admit(Identity identity, ClientAddress address) {
        door.pass();
        handshakes.count(identity.principalName());
        boolean visitor = identity.site() != null;
        if (registry.size() >= most || visitor && registry.visitors() >= forVisitors()) {
            throw full("This server has as many connections as it takes.");
        }
        if (registry.countOf(identity.principalName()) >= mostPerParticipant) {
            throw full("You have as many connections as one may have.");
        }
        if (visitor && registry.visitorsOf(address.network()) >= mostPerAddress) {
            throw full("Your network address has as many connections as one may have.");
        }
    }

    /** The places for visitors: all but those kept for staff, without whom nobody could help them. */
    private int forVisitors() {
        return most - (int) ((long) most * percentForStaff / 100);
    }

    private static ChatException full(String reason) {
        return ChatException.rateLimited(
                reason + " Try again in " + FULL_RETRY_SECONDS + " seconds.", FULL_RETRY_SECONDS);
    }
}
