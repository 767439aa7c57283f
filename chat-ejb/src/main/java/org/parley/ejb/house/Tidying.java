package org.parley.ejb.house;

import java.time.Instant;

/** What a feature deletes once it is old: an application-scoped bean, which is found by itself (ADR-0028). */
public interface Tidying {
    /** Deletes it, within the transaction of all features; one node at a time does it, every {@code parley.housekeeping}. */
    void deleteOld(Instant now);
}
