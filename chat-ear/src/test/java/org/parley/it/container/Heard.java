package org.parley.it.container;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.parley.api.conversation.ConversationEvent;
import org.parley.api.conversation.ConversationId;
import org.parley.api.event.EventFeed;

/** A listener of the host application. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class Heard {

    private final List<ConversationEvent> events = new CopyOnWriteArrayList<>();

    @Inject
    EventFeed feed;

    @PostConstruct
    void listen() {
        feed.subscribe(ConversationEvent.class, events::add);
    }

    public List<ConversationEvent> of(ConversationId conversation) {
        return events.stream()
                .filter(event -> event.conversation().id().equals(conversation))
                .toList();
    }

    public int count() {
        return events.size();
    }
}
