package org.parley.web.connection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.web.protocol.ClientFrame;

/**
 * Handles one type of frame of a connection. A refusal is thrown, or ends the stage, as a
 * {@link org.parley.api.error.ChatException}; the dispatcher answers it.
 */
public interface FrameHandler<F extends ClientFrame> {
    /** For frames without an {@code ack}, and for handlers that have sent it already. */
    CompletionStage<String> NO_ANSWER = CompletableFuture.completedFuture(null);

    Class<F> frame();

    /** Whether {@link #handle} waits for the database or the network, so that no thread of the container may run it. */
    default boolean waits() {
        return false;
    }

    /**
     * Whether {@link #handle} runs as the caller in the container, so that it may call guarded beans. Without it a frame
     * costs less; a handler that only gives commands has its {@link Connection#mandate}.
     */
    default boolean runsAsCaller() {
        return true;
    }

    /**
     * @return the {@code ack} once the command is done, maybe later and on another thread; it may complete with null
     *     for none
     */
    CompletionStage<String> handle(Connection connection, F frame);
}
