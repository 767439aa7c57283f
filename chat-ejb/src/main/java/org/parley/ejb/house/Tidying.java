package org.parley.ejb.house;

import java.time.Instant;

/** Deletes a feature's old rows: an application-scoped bean, found by its type (ADR-0028). */
public interface Tidying {
    /**
     * Deletes them, in one transaction with all features; one node at a time runs it, every {@code parley.housekeeping}
     * seconds.
     */
    void deleteOld(Instant now);
}
