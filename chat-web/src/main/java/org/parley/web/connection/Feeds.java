package org.parley.web.connection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Followed;
import org.parley.api.security.Caller;
import org.parley.web.protocol.ServerFrame;

/** All conversations that one device follows. Events wait while {@code hello} looks up which these are. */
public final class Feeds {
    /** How many entries a new conversation has at most: the operator who opened it, and their message. */
    private static final long FIRST = 2;

    private final Caller caller;
    private final SendQueue queue;
    private final Map<ConversationId, ConversationFeed> byConversation = new HashMap<>();
    private final Map<ConversationId, Long> left = new RecentMap<>();

    /**
     * The conversations that the device follows although its user takes no part; replaced, never changed; mostly empty.
     */
    private Set<ConversationId> followed = Set.of();

    /** Null until this device watches the queue. */
    private QueueView queueView;

    /** Events that wait; null while none have to. */
    private List<Runnable> paused = new ArrayList<>();

    Feeds(Caller caller, SendQueue queue) {
        this.caller = caller;
        this.queue = queue;
    }

    /** Begins with the conversations that {@code hello} found; feeds with gaps have to catch up. */
    public void begin(List<Followed> followed, Map<ConversationId, Cursor> cursors) {
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
            waiting = paused;
            paused = null;
        }
        waiting.forEach(Runnable::run);
    }

    /** From now on events wait until {@link #resumeEvents}, so that a conversation can be looked up meanwhile. */
    public synchronized void pauseEvents() {
        paused = new ArrayList<>();
    }

    public void resumeEvents() {
        List<Runnable> waiting;
        synchronized (this) {
            waiting = paused;
            paused = null;
        }
        waiting.forEach(Runnable::run);
    }

    /**
     * The device hears of this conversation although its user takes no part, until {@link #unfollow}.
     *
     * @return the gaps; a conversation that is new to it comes with its last entries
     */
    public List<CatchUp.Gap> follow(Conversation conversation) {
        List<CatchUp.Gap> gaps = List.of();
        synchronized (this) {
            ConversationId id = conversation.id();
            followed = Stream.concat(followed.stream(), Stream.of(id)).collect(Collectors.toUnmodifiableSet());
            if (!byConversation.containsKey(id)) {
                ConversationFeed feed = new ConversationFeed(conversation, null, caller.isStaff(), 0, queue, false);
                byConversation.put(id, feed);
                gaps = gaps(id, feed);
            }
        }
        queue.offer(ServerFrame.conversation(conversation, null, caller.isStaff(), false));
        return gaps;
    }

    /** Stops telling the device of the conversation, unless its user takes part. */
    public synchronized void unfollow(ConversationId conversation) {
        ConversationFeed feed = byConversation.get(conversation);
        if (followed.contains(conversation) && feed != null && !feed.latest().concerns(caller.participant())) {
            byConversation.remove(conversation);
        }
        followed = followed.stream().filter(id -> !id.equals(conversation)).collect(Collectors.toUnmodifiableSet());
    }

    synchronized Set<ConversationId> followed() {
        return followed;
    }

    /** Runs the task now, or when waiting events go on. */
    void afterPause(Runnable task) {
        synchronized (this) {
            if (paused != null) {
                paused.add(task);
                return;
            }
        }
        task.run();
    }

    public synchronized ConversationFeed find(ConversationId conversation) {
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

    /** All logs with entries to fetch. */
    synchronized List<CatchUp.Gap> gaps() {
        List<CatchUp.Gap> gaps = new ArrayList<>();
        byConversation.forEach((id, feed) -> gaps.addAll(gaps(id, feed)));
        return gaps;
    }

    private static List<CatchUp.Gap> gaps(ConversationId conversation, ConversationFeed feed) {
        List<CatchUp.Gap> gaps = new ArrayList<>();
        feed.logs().forEach((log, logFeed) -> {
            if (!logFeed.isLive()) {
                gaps.add(new CatchUp.Gap(conversation, log, logFeed));
            }
        });
        return gaps;
    }

    /** The newest number of each log, for {@code pong}. */
    public synchronized Map<ConversationId, Map<String, Long>> heads() {
        Map<ConversationId, Map<String, Long>> heads = new HashMap<>();
        byConversation.forEach((id, feed) -> {
            Map<String, Long> logs = new HashMap<>();
            feed.logs().forEach((log, logFeed) -> logs.put(log.wire(), logFeed.head()));
            heads.put(id, logs);
        });
        return heads;
    }

    /**
     * Sends the summary when it is news to this device. A conversation that concerns the user for the first time is
     * followed from now on. One that no longer does is told once more, and then not followed.
     *
     * @param visible whether the caller may see it
     * @return the gaps of a conversation that is new to the device; mostly empty
     */
    public List<CatchUp.Gap> offer(Conversation conversation, boolean watchesQueue, boolean visible) {
        boolean concerns = conversation.concerns(caller.participant());
        boolean fromQueue = watchesQueue && queueView().isNews(conversation, visible);
        List<CatchUp.Gap> gaps = List.of();
        Long read = null;
        synchronized (this) {
            ConversationId id = conversation.id();
            ConversationFeed feed = byConversation.get(id);
            boolean news = feed == null ? concerns && isNews(conversation) : feed.isNews(conversation);
            if (!news && !fromQueue) {
                return gaps;
            }
            if (news && !concerns && !followed.contains(id)) {
                byConversation.remove(id);
                left.put(id, conversation.version());
            } else if (news && feed == null) {
                // A visitor's conversation is new when it begins: its first entries are on their way.
                boolean begins = caller.isVisitor() && conversation.publicHead() <= FIRST;
                feed = new ConversationFeed(conversation, null, caller.isStaff(), 0, queue, begins);
                byConversation.put(id, feed);
                gaps = gaps(id, feed);
            }
            if (concerns && feed != null) {
                read = feed.read();
            }
        }
        queue.offer(ServerFrame.conversation(conversation, read, caller.isStaff(), !visible));
        return gaps;
    }

    /** A late event must not bring back a conversation that the device no longer follows. */
    private boolean isNews(Conversation conversation) {
        Long version = left.get(conversation.id());
        return version == null || version < conversation.version();
    }

    /** Tells the whole queue again. */
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
