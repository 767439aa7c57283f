package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.web.command.GreetingFrameTypes.Renew;
import org.parley.web.connection.Connection;
import org.parley.web.connection.FrameHandler;
import org.parley.web.protocol.ServerFrame;
import org.parley.web.security.BadTokenException;
import org.parley.web.security.Identity;
import org.parley.web.security.SessionCheck;
import org.parley.web.security.Tokens;

/** {@code renew}: a newer token of the same caller keeps the connection open. */
@ApplicationScoped
public class RenewHandler implements FrameHandler<Renew> {
    @Inject
    Tokens tokens;

    @Inject
    SessionCheck sessions;

    @Inject
    Clock clock;

    @Override
    public CompletionStage<String> handle(Connection connection, Renew renew) {
        Identity identity = verify(renew.token());
        if (!identity.isSameCallerAs(connection.identity())) {
            throw new ChatException(
                    ErrorCode.UNAUTHORIZED,
                    "That token is another caller's or has other rights; connect again with it.");
        }
        connection.renew(identity);
        long seconds = Duration.between(clock.instant(), identity.expires()).toSeconds();
        return CompletableFuture.completedFuture(ServerFrame.ack(renew.id(), Map.of("expiresIn", seconds)));
    }

    private Identity verify(String token) {
        try {
            return sessions.effective(tokens.verify(token));
        } catch (BadTokenException e) {
            throw new ChatException(ErrorCode.UNAUTHORIZED, "The token is not valid; get a new one.");
        }
    }

    @Override
    public Class<Renew> frame() {
        return Renew.class;
    }

    @Override
    public boolean waits() {
        return true;
    }
}
