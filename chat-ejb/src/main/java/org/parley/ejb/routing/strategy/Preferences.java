package org.parley.ejb.routing.strategy;

import static java.util.Comparator.comparing;
import static java.util.Comparator.naturalOrder;
import static java.util.Comparator.nullsFirst;

import java.util.Comparator;
import org.parley.api.routing.Candidate;

/**
 * Orders of operators, the preferred first. Ties end at the operators' ids, so that the same question has one answer.
 */
final class Preferences {
    /** An operator who was never asked comes first. */
    static final Comparator<Candidate> LONGEST_NOT_ASSIGNED =
            comparing(Candidate::lastAssigned, nullsFirst(naturalOrder())).thenComparing(Candidate::operator);

    /** By the used part of their capacity; then by turns. */
    static final Comparator<Candidate> LEAST_BUSY =
            ((Comparator<Candidate>) Preferences::compareLoads).thenComparing(LONGEST_NOT_ASSIGNED);

    private Preferences() {}

    // a/b < c/d is a·d < c·b: without the division nothing is rounded.
    private static int compareLoads(Candidate one, Candidate other) {
        return Long.compare((long) one.load() * other.capacity(), (long) other.load() * one.capacity());
    }
}
