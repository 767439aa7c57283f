package org.parley.api.event;

import java.util.function.Consumer;

/**
 * Where other modules hear of committed events. A CDI observer of one module of an EAR is not heard by another on every
 * server, so listeners register here (ADR-0006).
 */
public interface EventFeed {
    /**
     * @param listener called on the committing thread after the commit, outside any transaction: it must be quick, must
     *     not touch the database, and what it throws is logged and goes no further
     */
    <E> void subscribe(Class<E> type, Consumer<? super E> listener);
}
