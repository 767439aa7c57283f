package org.parley.api.security;

import java.time.Instant;
import org.parley.api.operator.Operator;

/**
 * How an operator stands now: what a token says is a claim, this decides.
 *
 * @param enabled false for an account that may not come in
 * @param generation what the tokens of a login must say; another one after each change that ends all sessions
 * @param since what the tokens of the identity provider must be younger than
 */
public record Standing(Operator operator, boolean enabled, String generation, Instant since) {}
