package org.parley.web.security;

import java.util.concurrent.Executor;
import org.parley.api.security.Caller;

/**
 * A caller who comes in by a transport, as the container authenticated them: later frames arrive on threads with no
 * caller or another one.
 *
 * @param caller null when the token's owner is gone
 * @param context runs a task as that caller
 * @param agent their device
 */
public record Arrival(Identity identity, Caller caller, Executor context, Agent agent) {}
