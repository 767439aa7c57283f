package org.parley.api.event;

/**
 * A change by a committed transaction. A bean of chat-ejb fires it as a CDI event within the transaction; after the
 * commit the {@link EventFeed} has it. Immutable.
 */
public interface CommittedEvent {}
