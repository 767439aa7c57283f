package org.parley.api.security;

import java.time.Instant;
import org.parley.api.operator.Operator;

/**
 * Whether and how an operator may act now. A token only claims; this decides.
 *
 * @param enabled false when the operator may not sign in
 * @param generation the value in valid tokens of a login; it changes with everything that ends all sessions
 * @param since valid tokens of the identity provider are newer than this
 */
public record Standing(Operator operator, boolean enabled, String generation, Instant since) {}
