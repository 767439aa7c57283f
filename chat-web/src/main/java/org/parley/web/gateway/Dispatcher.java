package org.parley.web.gateway;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.web.connection.Connection;
import org.parley.web.connection.Door;
import org.parley.web.connection.FrameHandler;
import org.parley.web.connection.Workers;
import org.parley.web.protocol.BadFrame;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.CloseCode;
import org.parley.web.protocol.Fault;
import org.parley.web.protocol.FrameReader;
import org.parley.web.protocol.Writing;

/** Reads a frame, finds its handler, and answers failures; shared by all transports. */
@ApplicationScoped
public class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());
    private static final CompletionStage<Void> HANDLED = CompletableFuture.completedFuture(null);

    @Inject
    Workers executor;

    @Inject
    @Any
    Instance<FrameHandler<?>> found;

    @Inject
    FrameReader reader;

    @Inject
    Door door;

    private final Map<Class<?>, FrameHandler<?>> handlers = new HashMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();

    @PostConstruct
    void collect() {
        found.forEach(this::add);
    }

    void add(FrameHandler<?> handler) {
        if (handlers.put(handler.frame(), handler) != null) {
            throw new IllegalStateException("Two beans handle frames of " + handler.frame());
        }
    }

    /** @return completes when the connection's next frame may be handled, maybe before this one's command is done */
    CompletionStage<Void> dispatch(Connection connection, String text) {
        if (connection.isClosed() || !door.isOpen()) {
            return HANDLED;
        }
        try {
            ClientFrame frame = reader.read(text);
            if (connection.isGreeted() == frame.isGreeting()) {
                refuse(
                        connection,
                        new ChatException(ErrorCode.PROTOCOL, "The first frame is hello, and only the first."),
                        frame.id());
            } else {
                return answer(connection, frame, handlers.get(frame.getClass()));
            }
        } catch (BadFrame e) {
            refuse(connection, connection.isGreeted() ? e.error() : asProtocol(e.error()), e.re());
        } catch (RuntimeException e) {
            endAsFaulty(connection, e);
        }
        return HANDLED;
    }

    private CompletionStage<Void> answer(Connection connection, ClientFrame frame, FrameHandler<?> handler) {
        if (handler.waits()) {
            return goOnElsewhere(connection, frame);
        }
        if (handler.runsAsCaller()) {
            connection.asCaller(() -> answer(connection, frame));
        } else {
            answer(connection, frame);
        }
        return HANDLED;
    }

    private CompletionStage<Void> goOnElsewhere(Connection connection, ClientFrame frame) {
        try {
            return CompletableFuture.runAsync(() -> connection.asCaller(() -> answer(connection, frame)), executor)
                    .exceptionally(failure -> {
                        endAsFaulty(connection, failure);
                        return null;
                    });
        } catch (RejectedExecutionException e) {
            refuse(connection, busy(), frame.id());
            return HANDLED;
        }
    }

    private static void endAsFaulty(Connection connection, Throwable failure) {
        LOG.log(Level.WARNING, "A frame could not be handled; its device is told to come back", failure);
        connection.end(CloseCode.INTERNAL);
    }

    /**
     * Refuses a frame without handling it. The sender of a command may try again with the same id; other frames get no
     * answer.
     */
    void refuseUnread(Connection connection, String text, ChatException why) {
        try {
            ClientFrame frame = reader.read(text);
            if (frame.id() != null) {
                refuse(connection, why, frame.id());
            }
        } catch (BadFrame e) {
            refuse(connection, e.error(), e.re());
        }
    }

    static ChatException busy() {
        return new ChatException(ErrorCode.UNAVAILABLE, "Too much waits. Try again with the same id.");
    }

    /** How many accepted frames are not answered yet. */
    int unanswered() {
        return unanswered.get();
    }

    private void answer(Connection connection, ClientFrame frame) {
        unanswered.incrementAndGet();
        try {
            handle(connection, frame).whenComplete((ack, failure) -> {
                try {
                    if (failure != null) {
                        refuse(connection, refusal(frame, failure), frame.id());
                    } else if (ack != null) {
                        connection.send(ack);
                    }
                } finally {
                    unanswered.decrementAndGet();
                }
            });
        } catch (RuntimeException e) {
            unanswered.decrementAndGet();
            refuse(connection, refusal(frame, e), frame.id());
        }
    }

    private static ChatException refusal(ClientFrame frame, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof ChatException refusal) {
            return refusal;
        }
        if (Fault.isDenied(cause)) {
            return ChatException.forbidden("Your role does not allow that.");
        }
        Object asked = frame instanceof Writing writing ? writing.command() : frame;
        LOG.log(Level.WARNING, "A frame of type " + asked.getClass().getSimpleName() + " failed", cause);
        return Fault.of(cause);
    }

    @SuppressWarnings("unchecked") // the map's key is the frame's own class
    private <F extends ClientFrame> CompletionStage<String> handle(Connection connection, F frame) {
        return ((FrameHandler<F>) handlers.get(frame.getClass())).handle(connection, frame);
    }

    private static void refuse(Connection connection, ChatException error, String re) {
        connection.sendError(re, error);
        if (error.code() == ErrorCode.PROTOCOL) {
            connection.end(CloseCode.PROTOCOL);
        }
    }

    /** Before its hello, a client with bad frames does not speak this protocol. */
    private static ChatException asProtocol(ChatException error) {
        return new ChatException(ErrorCode.PROTOCOL, error.getMessage());
    }
}
