package org.parley.web.invitation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.event.EventFeed;
import org.parley.api.invitation.Invitation;
import org.parley.api.invitation.InvitationEvent;
import org.parley.api.invitation.Invitations;
import org.parley.api.routing.Routing;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.Timer;
import org.parley.web.protocol.Topic;
import org.parley.web.visitor.VisitorView;

/** Brings invitations to visitors' devices and their state to staff, ends due ones, and lets rules invite. */
@ApplicationScoped
public class InvitationPusher {
    @Inject
    Timer timer;

    @Inject
    EventFeed events;

    @Inject
    ConnectionRegistry registry;

    @Inject
    Routing routing;

    @Inject
    Invitations invitations;

    @Inject
    RuleInviter rules;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.invitation.gone")
    int patienceSeconds;

    private boolean loaded;
    private OpenInvitations open;
    private Future<?> rounds;

    @PostConstruct
    void prepare() {
        open = new OpenInvitations(clock, Duration.ofSeconds(patienceSeconds));
    }

    // At the start, because a task scheduled by a request would run as that request's caller.
    void start(@Observes @Initialized(ApplicationScoped.class) Object started) {
        events.subscribe(InvitationEvent.class, event -> push(event.invitation()));
        rounds = timer.everyWaiting(Duration.ofSeconds(1), "Looking after invitations", this::round);
    }

    @PreDestroy
    void stop() {
        if (rounds != null) {
            rounds.cancel(false);
        }
    }

    /** Sends the open invitation to a new device of the visitor, so it stays on each new page. */
    public void greet(Connection device) {
        open.of(device.participant()).ifPresent(invitation -> device.send(InvitationFrame.of(invitation)));
    }

    /** Tells a watcher with another window the open invitations of its visitors. */
    public void tell(Connection watcher, VisitorView view) {
        watcher.inRoom(
                open.all().stream()
                        .filter(invitation -> view.shows(invitation.visitor().visitorId()))
                        .<Runnable>map(invitation -> () -> watcher.send(InvitationFrame.of(invitation)))
                        .iterator(),
                () -> {});
    }

    private void push(Invitation invitation) {
        if (!open.isNews(invitation)) {
            return;
        }
        String frame = InvitationFrame.of(invitation);
        Set<Connection> devices = new LinkedHashSet<>(registry.of(invitation.visitor()));
        devices.addAll(registry.of(invitation.author()));
        registry.staff().stream()
                .filter(device -> device.watches(Topic.VISITORS))
                .filter(device -> device.caller().oversees()
                        || routing.sitesServedBy(device.caller().operatorId()).contains(invitation.site()))
                .forEach(devices::add);
        devices.stream().filter(Connection::isGreeted).forEach(device -> device.send(frame));
    }

    private void round() {
        load();
        List<UUID> due = open.due(registry::reaches);
        if (!due.isEmpty()) {
            invitations.expire(due);
        }
        rules.look();
    }

    /** Loads the invitations from before the start, for which no event comes. */
    private void load() {
        if (!loaded) {
            invitations.open().forEach(open::isNews);
            loaded = true;
        }
    }
}
