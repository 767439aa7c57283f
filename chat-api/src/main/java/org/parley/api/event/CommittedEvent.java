package org.parley.api.event;

/**
 * Something that a transaction has brought about. A bean of chat-ejb fires it as a CDI event within the transaction; after the
 * commit it is in the {@link EventFeed}. Immutable.
 */
public interface CommittedEvent {}
