package org.parley.web.security;

import java.util.concurrent.Executor;
import org.parley.api.security.Caller;

/**
 * Who comes in by a transport, as the container authenticated them once: later frames arrive on threads that know
 * nobody, or somebody else.
 *
 * @param caller null when the token's owner is gone
 * @param context runs a task as that caller
 * @param agent what they come with
 */
public record Arrival(Identity identity, Caller caller, Executor context, Agent agent) {}
