package org.parley.web.connection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.Followed;
import org.parley.api.security.Caller;
import org.parley.web.protocol.ServerFrame;

/**
 * All conversations that one device follows. Events that come while {@code hello} still finds out which these are wait
 * until it knows.
 */
public final class Feeds {
    /** How many entries a conversation has at most when it begins: an operator who has opened it, and their words. */
    private static final long FIRST = 2;

    private final Caller caller;
    private final SendQueue queue;
    private final Map<UUID, ConversationFeed> byConversation = new HashMap<>();
    private final Map<UUID, Long> left = new Remembered<>();

    /** What the device follows besides what concerns its user; replaced, never changed: mostly nothing. */
    private Set<UUID> followed = Set.of();

    /** Null until this device watches the queue. */
    private QueueView queueView;

    /** Null once it is known what the device follows. */
    private List<Runnable> early = new ArrayList<>();

    Feeds(Caller caller, SendQueue queue) {
        this.caller = caller;
        this.queue = queue;
    }

    /** Begins with what {@code hello} found; feeds of which the device lacks something have to catch up. */
    public void begin(List<Followed> followed, Map<UUID, Cursor> cursors) {
        List<Runnable> waiting;
        synchronized (this) {
            for (Followed one : followed) {
                Conversation conversation = one.conversation();
                byConversation.put(
                        conversation.id(),
                        new ConversationFeed(
                                conversation,
                                cursors.get(conversation.id()),
                                caller.isStaff(),
                                ServerFrame.readBy(caller.participant(), one.receipts()),
                                queue,
                                false));
            }
            waiting = early;
            early = null;
        }
        waiting.forEach(Runnable::run);
    }

    /** From now on events wait until {@link #goOn}, for whoever looks up what they are about. */
    public synchronized void hold() {
        early = new ArrayList<>();
    }

    public void goOn() {
        List<Runnable> waiting;
        synchronized (this) {
            waiting = early;
            early = null;
        }
        waiting.forEach(Runnable::run);
    }

    /**
     * The device hears of this conversation although its user takes no part, until {@link #unfollow}.
     *
     * @return what it lacks; a conversation that is new to it comes with its last entries
     */
    public List<CatchUp.Lack> follow(Conversation conversation) {
        List<CatchUp.Lack> lacks = List.of();
        synchronized (this) {
            UUID id = conversation.id();
            followed = Stream.concat(followed.stream(), Stream.of(id)).collect(Collectors.toUnmodifiableSet());
            if (!byConversation.containsKey(id)) {
                ConversationFeed feed = new ConversationFeed(conversation, null, caller.isStaff(), 0, queue, false);
                byConversation.put(id, feed);
                lacks = lacks(id, feed);
            }
        }
        queue.offer(ServerFrame.conversation(conversation, null, caller.isStaff(), false));
        return lacks;
    }

    /** What does not concern the user is not told to the device any more. */
    public synchronized void unfollow(UUID conversation) {
        ConversationFeed feed = byConversation.get(conversation);
        if (followed.contains(conversation) && feed != null && !feed.latest().concerns(caller.participant())) {
            byConversation.remove(conversation);
        }
        followed = followed.stream().filter(id -> !id.equals(conversation)).collect(Collectors.toUnmodifiableSet());
    }

    synchronized Set<UUID> followed() {
        return followed;
    }

    /** Runs the task now, or after {@link #begin}. */
    void whenKnown(Runnable task) {
        synchronized (this) {
            if (early != null) {
                early.add(task);
                return;
            }
        }
        task.run();
    }

    public synchronized ConversationFeed find(UUID conversation) {
        return byConversation.get(conversation);
    }

    /** The newest of the open conversations that the device follows. */
    public synchronized Optional<Conversation> newestOpen() {
        return byConversation.values().stream()
                .map(ConversationFeed::latest)
                .filter(Conversation::isOpen)
                .max(Comparator.comparing(Conversation::opened));
    }

    public synchronized List<ConversationFeed> all() {
        return List.copyOf(byConversation.values());
    }

    /** Every log that has something to fetch. */
    synchronized List<CatchUp.Lack> lacks() {
        List<CatchUp.Lack> lacks = new ArrayList<>();
        byConversation.forEach((id, feed) -> lacks.addAll(lacks(id, feed)));
        return lacks;
    }

    private static List<CatchUp.Lack> lacks(UUID conversation, ConversationFeed feed) {
        List<CatchUp.Lack> lacks = new ArrayList<>();
        feed.logs().forEach((log, logFeed) -> {
            if (!logFeed.isLive()) {
                lacks.add(new CatchUp.Lack(conversation, log, logFeed));
            }
        });
        return lacks;
    }

    /** The newest number of each log, for {@code pong}. */
    public synchronized Map<UUID, Map<String, Long>> heads() {
        Map<UUID, Map<String, Long>> heads = new HashMap<>();
        byConversation.forEach((id, feed) -> {
            Map<String, Long> logs = new HashMap<>();
            feed.logs().forEach((log, logFeed) -> logs.put(log.wire(), logFeed.head()));
            heads.put(id, logs);
        });
        return heads;
    }

    /**
     * Sends the summary when it is news to this device. A conversation that concerns it for the first time is followed
     * from now on; one that does not any more is told of once more, and then no longer followed.
     *
     * @param visible whether the caller may see it; the queue is that of departments that they serve
     * @return what the device lacks of a conversation that is new to it; mostly empty
     */
    public List<CatchUp.Lack> offer(Conversation conversation, boolean watchesQueue, boolean visible) {
        boolean concerns = conversation.concerns(caller.participant());
        boolean fromQueue = watchesQueue && queueView().isNews(conversation, visible);
        List<CatchUp.Lack> lacks = List.of();
        Long read = null;
        synchronized (this) {
            UUID id = conversation.id();
            ConversationFeed feed = byConversation.get(id);
            boolean news = feed == null ? concerns && isNews(conversation) : feed.isNews(conversation);
            if (!news && !fromQueue) {
                return lacks;
            }
            if (news && !concerns && !followed.contains(id)) {
                byConversation.remove(id);
                left.put(id, conversation.version());
            } else if (news && feed == null) {
                // A visitor's conversation is new when it begins: its first entries are on their way.
                boolean begins = caller.isVisitor() && conversation.publicHead() <= FIRST;
                feed = new ConversationFeed(conversation, null, caller.isStaff(), 0, queue, begins);
                byConversation.put(id, feed);
                lacks = lacks(id, feed);
            }
            if (concerns && feed != null) {
                read = feed.read();
            }
        }
        queue.offer(ServerFrame.conversation(conversation, read, caller.isStaff(), !visible));
        return lacks;
    }

    /** An event that comes late must not bring back what the device has to follow no longer. */
    private boolean isNews(Conversation conversation) {
        Long version = left.get(conversation.id());
        return version == null || version < conversation.version();
    }

    /** The queue is told from its beginning again. */
    public void restartQueue() {
        queueView().restart();
    }

    private synchronized QueueView queueView() {
        if (queueView == null) {
            queueView = new QueueView();
        }
        return queueView;
    }
}
