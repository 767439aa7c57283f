package org.parley.api.event;

import java.util.function.Consumer;

/**
 * Tells other modules of committed events. On some servers a CDI observer in one module of an EAR does not hear another
 * module, so listeners register here (ADR-0006).
 */
public interface EventFeed {
    /**
     * @param listener called on the committing thread after the commit, outside any transaction: it must be quick and
     *     must not touch the database; its exceptions are logged and go no further
     */
    <E> void subscribe(Class<E> type, Consumer<? super E> listener);
}
