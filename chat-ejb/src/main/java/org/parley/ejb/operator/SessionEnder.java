package org.parley.ejb.operator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import org.parley.api.security.SessionsEnded;

/** Ends all sessions of an operator, within the caller's transaction, and announces it after the commit. */
@ApplicationScoped
class SessionEnder {
    @Inject
    Clock clock;

    @Inject
    Event<SessionsEnded> ended;

    void end(OperatorRow row) {
        row.endSessions(clock.instant());
        ended.fire(new SessionsEnded());
    }
}
