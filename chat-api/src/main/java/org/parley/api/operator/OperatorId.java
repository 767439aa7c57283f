package org.parley.api.operator;

import java.util.Objects;
import java.util.UUID;

/** Names an {@link Operator}. */
public record OperatorId(UUID value) implements Comparable<OperatorId> {
    public OperatorId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static OperatorId of(String text) {
        try {
            return new OperatorId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no operator's id: " + text, e);
        }
    }

    @Override
    public int compareTo(OperatorId other) {
        return value.compareTo(other.value);
    }

    /** The UUID's text, as on the wire. */
    @Override
    public String toString() {
        return value.toString();
    }
}
