package org.parley.web.connection;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.parley.web.protocol.ClientFrame;

/**
 * Does what one type of frame asks for, as the connection's caller. A refusal is thrown, or ends the stage, as a
 * {@link org.parley.api.error.ChatException}; the dispatcher answers it.
 */
public interface FrameHandler<F extends ClientFrame> {
    /** For frames that get no {@code ack}, and for those whose handler has sent it already. */
    CompletionStage<String> NO_ANSWER = CompletableFuture.completedFuture(null);

    Class<F> frame();

    /** Whether {@link #handle} waits for the database or the network: then no thread of the container may do it. */
    default boolean waits() {
        return false;
    }

    /** @return the {@code ack} once the command is done, which may be later and on another thread; null within for none */
    CompletionStage<String> handle(Connection connection, F frame);
}
