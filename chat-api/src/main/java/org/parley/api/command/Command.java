package org.parley.api.command;

/**
 * A request of a caller to write something. Each feature has a sealed interface of its commands, with one record for
 * each: its components are the request, and {@link AllowedTo} says who may give it. {@link Commands} runs it
 * (ADR-0025).
 *
 * @param <R> the result for the caller
 */
public interface Command<R> {}
