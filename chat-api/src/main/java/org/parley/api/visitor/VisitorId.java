package org.parley.api.visitor;

import java.util.Objects;
import java.util.UUID;

/** Names a {@link Visitor}. */
public record VisitorId(UUID value) implements Comparable<VisitorId> {
    public VisitorId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static VisitorId of(String text) {
        try {
            return new VisitorId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no visitor's id: " + text, e);
        }
    }

    @Override
    public int compareTo(VisitorId other) {
        return value.compareTo(other.value);
    }

    /** The UUID's text, as on the wire. */
    @Override
    public String toString() {
        return value.toString();
    }
}
