package org.parley.ejb.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.event.CommittedEvent;
import org.parley.api.event.EventFeed;

/** Passes events on once their transaction has committed. */
@ApplicationScoped
public class CommittedEvents implements EventFeed {
    private static final Logger LOG = Logger.getLogger(CommittedEvents.class.getName());

    private final List<Subscription<?>> subscriptions = new CopyOnWriteArrayList<>();

    @Override
    public <E> void subscribe(Class<E> type, Consumer<? super E> listener) {
        subscriptions.add(new Subscription<>(type, listener));
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) CommittedEvent event) {
        deliver(event);
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Announcement announcement) {
        announcement.events().forEach(this::deliver);
    }

    /** Passes an event on that has no transaction. */
    public void tell(Object event) {
        deliver(event);
    }

    private void deliver(Object event) {
        for (Subscription<?> subscription : subscriptions) {
            subscription.offer(event);
        }
    }

    private record Subscription<E>(Class<E> type, Consumer<? super E> listener) {
        void offer(Object event) {
            if (type.isInstance(event)) {
                try {
                    listener.accept(type.cast(event));
                } catch (RuntimeException e) {
                    // The event is committed: a listener's fault must reach neither the writer nor other listeners.
                    LOG.log(
                            Level.SEVERE,
                            "A listener failed on " + event.getClass().getSimpleName(),
                            e);
                }
            }
        }
    }
}
