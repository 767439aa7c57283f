package org.parley.web.command;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
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
import org.parley.web.protocol.BadFrame;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.CloseCode;
import org.parley.web.protocol.Fault;
import org.parley.web.protocol.FrameReader;

/** Reads a frame, finds its handler, and answers what goes wrong; shared by all transports. */
@ApplicationScoped
public class Dispatcher {
    private static final Logger LOG = Logger.getLogger(Dispatcher.class.getName());

    @Resource
    ManagedExecutorService executor;

    @Inject
    @Any
    Instance<CommandHandler<?>> found;

    @Inject
    Door door;

    private final Map<Class<?>, CommandHandler<?>> handlers = new HashMap<>();
    private final AtomicInteger unanswered = new AtomicInteger();

    @PostConstruct
    void collect() {
        found.forEach(handler -> handlers.put(handler.frame(), handler));
    }

    /**
     * @param afterwards to be run when the frame goes on on another thread and is done there
     * @return whether it is done already
     */
    boolean dispatch(Connection connection, String text, Runnable afterwards) {
        if (connection.isClosed() || !door.isOpen()) {
            return true;
        }
        try {
            ClientFrame frame = FrameReader.read(text);
            if (connection.isGreeted() == frame instanceof ClientFrame.Hello) {
                refuse(
                        connection,
                        new ChatException(ErrorCode.PROTOCOL, "The first frame is hello, and only the first."),
                        idOf(frame));
                return true;
            }
            if (handlers.get(frame.getClass()).waits()) {
                return !goesOnElsewhere(connection, frame, afterwards);
            }
            connection.asCaller(() -> answer(connection, frame));
        } catch (BadFrame e) {
            refuse(connection, connection.isGreeted() ? e.error() : asProtocol(e.error()), e.re());
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A frame could not be handled; its device is told to come back", e);
            connection.end(CloseCode.INTERNAL);
        }
        return true;
    }

    private boolean goesOnElsewhere(Connection connection, ClientFrame frame, Runnable afterwards) {
        try {
            executor.execute(() -> {
                try {
                    connection.asCaller(() -> answer(connection, frame));
                } finally {
                    afterwards.run();
                }
            });
            return true;
        } catch (RejectedExecutionException e) {
            refuse(connection, busy(), idOf(frame));
            return false;
        }
    }

    /** A frame that is not handled: the sender of a command may try again with the same id, others learn nothing. */
    void refuseUnread(Connection connection, String text, ChatException why) {
        try {
            if (FrameReader.read(text) instanceof ClientFrame.Command command) {
                refuse(connection, why, command.id());
            }
        } catch (BadFrame e) {
            refuse(connection, e.error(), e.re());
        }
    }

    static ChatException busy() {
        return new ChatException(ErrorCode.UNAVAILABLE, "Too much waits. Try again with the same id.");
    }

    private static String idOf(ClientFrame frame) {
        return frame instanceof ClientFrame.Command command ? command.id() : null;
    }

    /** How many frames were let in and are not answered yet. */
    int unanswered() {
        return unanswered.get();
    }

    private void answer(Connection connection, ClientFrame frame) {
        unanswered.incrementAndGet();
        try {
            handle(connection, frame).whenComplete((ack, failure) -> {
                try {
                    if (failure != null) {
                        refuse(connection, refusal(frame, failure), idOf(frame));
                    } else if (ack != null) {
                        connection.send(ack);
                    }
                } finally {
                    unanswered.decrementAndGet();
                }
            });
        } catch (RuntimeException e) {
            unanswered.decrementAndGet();
            refuse(connection, refusal(frame, e), idOf(frame));
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
        LOG.log(Level.WARNING, "A frame of type " + frame.getClass().getSimpleName() + " failed", cause);
        return Fault.of(cause);
    }

    @SuppressWarnings("unchecked") // the map's key is the frame's own class
    private <F extends ClientFrame> CompletionStage<String> handle(Connection connection, F frame) {
        return ((CommandHandler<F>) handlers.get(frame.getClass())).handle(connection, frame);
    }

    private static void refuse(Connection connection, ChatException error, String re) {
        connection.sendError(re, error);
        if (error.code() == ErrorCode.PROTOCOL) {
            connection.end(CloseCode.PROTOCOL);
        }
    }

    /** Before it has said hello, a client that cannot be understood is no client of this protocol. */
    private static ChatException asProtocol(ChatException error) {
        return new ChatException(ErrorCode.PROTOCOL, error.getMessage());
    }
}
