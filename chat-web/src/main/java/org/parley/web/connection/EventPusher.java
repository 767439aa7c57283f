package org.parley.web.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationEvent.Changed;
import org.parley.api.conversation.ConversationEvent.EntryAppended;
import org.parley.api.conversation.ConversationEvent.ReceiptMoved;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.event.EventFeed;
import org.parley.api.routing.QueueMoved;
import org.parley.api.routing.Routing;
import org.parley.web.protocol.ServerFrame;
import org.parley.web.protocol.Topic;

/** Brings committed events to the devices that they concern. */
@ApplicationScoped
public class EventPusher {
    @Inject
    EventFeed events;

    @Inject
    Routing routing;

    @Inject
    ConnectionRegistry registry;

    @Inject
    CatchUp catchUp;

    void listen(@Observes @Initialized(ApplicationScoped.class) Object started) {
        events.subscribe(EntryAppended.class, this::push);
        events.subscribe(Changed.class, this::push);
        events.subscribe(ReceiptMoved.class, this::push);
        events.subscribe(QueueMoved.class, moved -> moved.places().forEach(this::push));
    }

    private void push(EntryAppended event) {
        Entry entry = event.entry();
        String frame = ServerFrame.entry(entry);
        for (Connection device : devices(event.conversation())) {
            deliver(device, () -> push(device, event.conversation(), entry, frame));
        }
    }

    private void push(Connection device, Conversation conversation, Entry entry, String frame) {
        ConversationFeed feed = device.feeds().find(conversation.id());
        LogFeed log = feed == null ? null : feed.log(entry.log());
        if (log != null && log.offer(entry, () -> device.frameOf(entry, frame))) {
            catchUp.fetch(device, List.of(new CatchUp.Gap(conversation.id(), entry.log(), log)), () -> {});
        }
    }

    private void push(Changed event) {
        Conversation conversation = event.conversation();
        for (Connection device : devices(conversation)) {
            deliver(device, () -> summarize(device, conversation));
        }
        for (Connection device : registry.of(event.former())) {
            deliver(device, () -> summarize(device, conversation));
        }
        for (Connection device : registry.staff()) {
            if (device.watches(Topic.QUEUE) && !conversation.concerns(device.participant())) {
                deliver(device, () -> summarize(device, conversation));
            }
        }
    }

    /** Sends the summary if it is news to the device; a new conversation comes with its last entries. */
    public void summarize(Connection device, Conversation conversation) {
        List<CatchUp.Gap> gaps =
                device.feeds().offer(conversation, device.watches(Topic.QUEUE), maySee(device, conversation));
        if (!gaps.isEmpty()) {
            catchUp.fetch(device, gaps, () -> {});
        }
    }

    private boolean maySee(Connection device, Conversation conversation) {
        return conversation.visibleTo(
                device.caller(), department -> routing.serves(device.caller().operatorId(), department));
    }

    private void push(QueueMoved.Place place) {
        Collection<Connection> devices = registry.of(place.conversation().visitor());
        if (!devices.isEmpty()) {
            String frame = ServerFrame.queue(place.position());
            devices.forEach(device -> deliver(device, () -> device.send(frame)));
        }
    }

    /**
     * Makes the device follow a conversation in which its user takes no part.
     *
     * @param find looks the conversation up; events wait meanwhile, so that none gets lost
     */
    public void follow(Connection device, ConversationId conversation, Supplier<Conversation> find) {
        boolean follows = false;
        registry.follow(conversation, device);
        device.feeds().pauseEvents();
        try {
            List<CatchUp.Gap> gaps = device.feeds().follow(find.get());
            follows = true;
            if (!gaps.isEmpty()) {
                catchUp.fetch(device, gaps, () -> {});
            }
        } finally {
            device.feeds().resumeEvents();
            // A device that went meanwhile was taken off the registry before this entry.
            if (!follows || device.isClosed()) {
                registry.unfollow(conversation, device);
            }
        }
    }

    private void push(ReceiptMoved event) {
        String frame = ServerFrame.receipt(event.receipt());
        for (Connection device : devices(event.conversation())) {
            deliver(device, () -> {
                ConversationFeed feed = device.feeds().find(event.conversation().id());
                if (feed != null) {
                    if (event.receipt().participant().is(device.participant())) {
                        feed.readUpTo(event.receipt().read());
                    }
                    device.send(frame);
                }
            });
        }
    }

    private static void deliver(Connection device, Runnable push) {
        device.guard("An event", () -> device.feeds().afterPause(push));
    }

    private Collection<Connection> devices(Conversation conversation) {
        Set<Connection> devices = new LinkedHashSet<>(registry.of(conversation.visitor()));
        devices.addAll(registry.of(conversation.owner()));
        if (conversation.handling().offer() != null) {
            devices.addAll(registry.of(conversation.handling().offer().operator()));
        }
        devices.addAll(registry.followers(conversation.id()));
        return devices;
    }
}
