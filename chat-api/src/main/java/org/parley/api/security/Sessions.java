package org.parley.api.security;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.parley.api.operator.OperatorId;

/** Which sessions of operators count. When some end, a {@link SessionsEnded} leaves after the commit. */
public interface Sessions {
    /** The standings of these operators; deleted ones are absent. */
    Map<OperatorId, Standing> standings(Collection<OperatorId> operators);

    /**
     * The standing of the operator whom the company's identity provider calls {@code subject}; a new operator when
     * there is none. Name and role are those of the newest token; a token with a lesser role ends the sessions of older
     * tokens.
     *
     * @param issuer the provider's {@code iss}, never null
     * @param issued the token's {@code iat}
     */
    Standing ofProvider(String issuer, String subject, String name, Role role, Instant issued);

    /** The ones among these sessions that were ended singly. */
    Set<String> ended(Collection<String> sessions);

    /**
     * Ends one session.
     *
     * @param until when its last token has certainly expired
     */
    void end(String session, Instant until);
}
