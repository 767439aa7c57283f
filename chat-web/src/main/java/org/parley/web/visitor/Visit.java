package org.parley.web.visitor;

import java.time.Instant;
import org.parley.api.visitor.LiveVisitor;

/**
 * One visit of a visitor: from the first page until they have been away for long.
 *
 * @param leftAt when the last device was found gone; null while one is there
 * @param shown whether staff see the visitor, until a moment after they have left, in which most reach the next page
 */
record Visit(LiveVisitor facts, Instant leftAt, boolean shown) {
    Visit with(LiveVisitor newer) {
        return new Visit(newer, leftAt, shown);
    }

    Visit there() {
        return leftAt == null && shown ? this : new Visit(facts, null, true);
    }

    Visit left(Instant at) {
        return leftAt == null ? new Visit(facts, at, shown) : this;
    }

    Visit hidden() {
        return new Visit(facts, leftAt, false);
    }
}
