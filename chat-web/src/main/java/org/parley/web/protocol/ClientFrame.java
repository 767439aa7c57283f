package org.parley.web.protocol;

/** What a client can send. Each feature has a record for each {@code type} of the contract, and {@link FrameTypes} to read it. */
public interface ClientFrame {
    /** What the one {@code ack} or {@code error} names; null for a frame that gets no {@code ack}. */
    default String id() {
        return null;
    }

    /** Whether it is the one with which a device begins: the first frame, and only the first. */
    default boolean isGreeting() {
        return false;
    }
}
