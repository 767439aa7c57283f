package org.parley.it.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Set;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.operator.Operator;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.security.Sessions;

/** People and programs of the host application, as Parley knows them. */
@ApplicationScoped
public class Clerks {
    private static final String ISSUER = "shop";

    @Inject
    Sessions sessions;

    @Inject
    Clock clock;

    /** @param id the same each time */
    public Caller known(String id, String name) {
        Operator operator = sessions.ofProvider(ISSUER, id, name, Role.ADMIN, clock.instant())
                .operator();
        Participant self =
                new Participant(ParticipantKind.OPERATOR, operator.id().toString(), operator.name());
        return new Caller(self, null, Set.of(Role.ADMIN));
    }
}
