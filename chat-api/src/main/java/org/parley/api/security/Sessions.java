package org.parley.api.security;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.parley.api.operator.OperatorId;

/** Which sessions of operators count. After the commit of whatever ends some, a {@link SessionsEnded} leaves. */
public interface Sessions {
    /** How these operators stand; those who are gone are absent. */
    Map<OperatorId, Standing> standings(Collection<OperatorId> operators);

    /**
     * How the operator stands whom the company's identity provider calls {@code subject}; made at the first sight. Name
     * and role are those that the youngest token said: one that takes a role away ends the sessions of older ones.
     *
     * @param issuer the provider's {@code iss}, never null
     * @param issued when the token was given
     */
    Standing ofProvider(String issuer, String subject, String name, Role role, Instant issued);

    /** Those of these sessions that were ended one by one. */
    Set<String> ended(Collection<String> sessions);

    /**
     * Ends one session.
     *
     * @param until when its last token has run out for sure
     */
    void end(String session, Instant until);
}
