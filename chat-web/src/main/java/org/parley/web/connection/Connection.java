package org.parley.web.connection;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.command.Mandate;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.Participant;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.web.limit.FrameLimit;
import org.parley.web.protocol.CloseCode;
import org.parley.web.protocol.ServerFrame;
import org.parley.web.protocol.Topic;
import org.parley.web.security.Agent;
import org.parley.web.security.Identity;

/**
 * One device of one participant. It opens with the handshake, is greeted after its {@code hello}, and ends with a close
 * code; frames offered afterwards are dropped.
 */
public final class Connection {
    private static final Logger LOG = Logger.getLogger(Connection.class.getName());
    private static final Duration SLOW_READERS_LINGER = Duration.ofSeconds(2);

    private final String session;
    private final Caller caller;
    private final Executor context;
    private final Transport transport;
    private final SendQueue queue;
    private final Feeds feeds;
    private final Inbox inbox;
    private final FrameLimit frameLimit;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile Agent agent = Agent.UNKNOWN;
    private volatile Set<Topic> topics = Set.of();
    private volatile Identity identity;
    private volatile Instant lastHeard;
    private Instant pingedAfter;
    private volatile boolean greeted;
    private volatile boolean batched;
    /** Null until the device, being in batch mode, says a first line. */
    private volatile OwnLines ownLines;
    /** Null until the first command. */
    private volatile Mandate mandate;

    private volatile Farewell farewell;
    private volatile Instant shownOutAt = Instant.MAX;

    /**
     * @param identity what the handshake's token said
     * @param context runs bean calls as the caller whom the handshake authenticated
     */
    public Connection(
            String session,
            Caller caller,
            Executor context,
            Identity identity,
            Instant now,
            Transport transport,
            QueueLimits limits,
            FrameLimit frameLimit) {
        this.session = session;
        this.caller = caller;
        this.context = context;
        this.identity = identity;
        this.lastHeard = now;
        this.transport = transport;
        this.queue = new SendQueue(
                limits.frames(),
                limits.chars(),
                transport,
                failure -> end(CloseCode.INTERNAL, broken -> farewell.hangUp()),
                // It would not read a bye either; settle() closes.
                () -> end(CloseCode.SLOW_READER, SendQueue::close));
        this.feeds = new Feeds(caller, queue);
        this.inbox = new Inbox(limits);
        this.frameLimit = frameLimit;
    }

    /** How much may wait for one device, and from it. */
    public record QueueLimits(int frames, int chars) {}

    public String session() {
        return session;
    }

    /** The identity of the newest token. */
    public Identity identity() {
        return identity;
    }

    public Caller caller() {
        return caller;
    }

    public Participant participant() {
        return caller.participant();
    }

    /** The browser, language and address of the device. */
    public Agent agent() {
        return agent;
    }

    public void setAgent(Agent said) {
        agent = said;
    }

    public Feeds feeds() {
        return feeds;
    }

    public Inbox inbox() {
        return inbox;
    }

    public FrameLimit frameLimit() {
        return frameLimit;
    }

    SendQueue queue() {
        return queue;
    }

    /** Runs a task on this thread as the caller, and throws its exceptions. */
    public void asCaller(Runnable task) {
        context.execute(task);
    }

    /**
     * Its caller's way to give commands.
     *
     * @param confirm asked as the caller, when the first command comes
     */
    public Mandate mandate(Function<Caller, Mandate> confirm) {
        if (mandate == null) {
            asCaller(() -> mandate = confirm.apply(caller));
        }
        return mandate;
    }

    /** Runs a task whose frames leave together when it has ended, as far as there is room for them to wait. */
    public void gather(Runnable task) {
        queue.gather(task);
    }

    /** Sends a frame after the waiting ones. A failure ends this device, which comes back; nothing is thrown. */
    public void send(String frame) {
        queue.offer(frame);
    }

    /**
     * Runs a task for this device only. An exception ends the device, which comes back and repairs itself: one device's
     * fault must not affect the others.
     *
     * @param what for the log, as in "An event"
     */
    public void guard(String what, Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, what + " failed for one device, which is told to come back", e);
            end(CloseCode.INTERNAL);
        }
    }

    /** Runs one step after the other, as the device's queue has room for their frames. */
    public void inRoom(Iterator<Runnable> steps, Runnable afterwards) {
        queue.inRoom(steps, afterwards);
    }

    /** @param re the command's id, or null */
    public void sendError(String re, ChatException error) {
        send(ServerFrame.error(re, error));
    }

    public void heard(Instant now) {
        lastHeard = now;
    }

    public Instant lastHeard() {
        return lastHeard;
    }

    /** Pings a device that has been silent since then, once for each silence. */
    public void pingIfSilent(Instant since) {
        Instant heard = lastHeard;
        if (heard.isBefore(since) && !heard.equals(pingedAfter)) {
            pingedAfter = heard;
            queue.ping();
        }
    }

    /** Lets the connection live as long as the new token. */
    public void renew(Identity newer) {
        identity = newer;
    }

    /** Ends the connection at this time, because its user is blocked. */
    void showOut(Instant at) {
        if (at.isBefore(shownOutAt)) {
            shownOutAt = at;
        }
    }

    public boolean isShownOut(Instant now) {
        return !shownOutAt.isAfter(now);
    }

    public boolean isGreeted() {
        return greeted;
    }

    public void greet() {
        greeted = true;
    }

    /** From now on a message may hold several frames, and an ack stand for the device's own entry; not with polls. */
    public void batch() {
        batched = transport.takesArrays();
        if (batched) {
            queue.sendTogether();
        }
    }

    public boolean isBatched() {
        return batched;
    }

    /** The lines that the device is saying in batch mode. Only for the handler of its frames, of which one runs at a time. */
    public OwnLines ownLines() {
        if (ownLines == null) {
            ownLines = new OwnLines(participant());
        }
        return ownLines;
    }

    /** What tells this device of an entry: the ack of its own line in batch mode, else the entry's frame. */
    String frameOf(Entry entry, String frame) {
        OwnLines own = ownLines;
        return own == null ? frame : own.frameOf(entry, frame);
    }

    public void watch(Set<Topic> chosen) {
        topics = Set.copyOf(chosen);
    }

    public boolean watches(Topic topic) {
        return topics.contains(topic);
    }

    /** Says why, then closes. */
    public void end(CloseCode code) {
        end(code, last -> last.finish(ServerFrame.bye(code), farewell::hangUp));
    }

    /** Says why and when to come back, then closes. */
    public void end(CloseCode code, int retryAfterSeconds) {
        end(code, last -> last.finish(ServerFrame.bye(code, retryAfterSeconds), farewell::hangUp));
    }

    /** Says why, and closes a moment after that was sent; call {@link #settle} until then. */
    public void end(CloseCode code, Duration linger) {
        end(code, linger, last -> last.finish(ServerFrame.bye(code), () -> {}));
    }

    public boolean isClosed() {
        return closed.get();
    }

    private void end(CloseCode code, Consumer<SendQueue> lastWords) {
        end(code, SLOW_READERS_LINGER, lastWords);
    }

    private void end(CloseCode code, Duration linger, Consumer<SendQueue> lastWords) {
        if (closed.compareAndSet(false, true)) {
            farewell = new Farewell(code, transport, linger);
            lastWords.accept(queue);
        }
    }

    /**
     * Closes an ending connection when its time has come; to be called repeatedly.
     *
     * @return whether the transport is closed, with or without the other side's answer
     */
    public boolean settle(Instant now, Duration patience) {
        Farewell ending = farewell;
        return ending != null && ending.settle(now, queue.isIdle(), patience);
    }

    /** The other side is gone. */
    public void gone() {
        closed.set(true);
        queue.close();
    }
}
