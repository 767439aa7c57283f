package org.parley.web.protocol;

/**
 * A frame from a client. Each feature has a record for each {@code type} of its frames, and {@link FrameTypes} to read
 * them.
 */
public interface ClientFrame {
    /** The {@code re} of its {@code ack} or {@code error}; null for a frame without an {@code ack}. */
    default String id() {
        return null;
    }

    /** Whether it is the greeting, which comes first and only once. */
    default boolean isGreeting() {
        return false;
    }
}
