package org.parley.api.department;

import java.util.Objects;
import java.util.UUID;

/** Names a {@link Department}. */
public record DepartmentId(UUID value) {
    public DepartmentId {
        Objects.requireNonNull(value, "value");
    }

    /**
     * Reads what {@link #toString} writes.
     *
     * @throws IllegalArgumentException when it is no UUID
     */
    public static DepartmentId of(String text) {
        try {
            return new DepartmentId(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("no department's id: " + text, e);
        }
    }

    /** The UUID's text, as on the wire. */
    @Override
    public String toString() {
        return value.toString();
    }
}
