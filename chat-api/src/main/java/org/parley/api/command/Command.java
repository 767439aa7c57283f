package org.parley.api.command;

/**
 * Something that a caller wants done and that writes. Each feature has a sealed interface of its commands, with one record
 * for each: its components are what is asked, and {@link AllowedTo} says who may give it. How to give one is
 * {@link Commands}' (ADR-0025).
 *
 * @param <R> what the caller gets back
 */
public interface Command<R> {}
