package org.parley.web.command;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.command.Commands;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.Followed;
import org.parley.api.conversation.Welcome;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorCommand.Arrive;
import org.parley.api.operator.Operators;
import org.parley.api.routing.Routing;
import org.parley.api.security.Caller;
import org.parley.web.command.GreetingFrameTypes.Hello;
import org.parley.web.connection.BlockedVisitors;
import org.parley.web.connection.CatchUp;
import org.parley.web.connection.Connection;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.FrameHandler;
import org.parley.web.invitation.InvitationPusher;
import org.parley.web.presence.AvailabilityView;
import org.parley.web.presence.LeaseKeeper;
import org.parley.web.presence.PresenceBoard;
import org.parley.web.protocol.CloseCode;
import org.parley.web.protocol.ServerFrame;

/** {@code hello}: the device says what it has, gets what it lacks, and then everything as it happens. */
@ApplicationScoped
public class HelloHandler implements FrameHandler<Hello> {
    private static final Logger LOG = Logger.getLogger(HelloHandler.class.getName());

    @Inject
    Conversations conversations;

    @Inject
    Operators operators;

    @Inject
    Commands commands;

    @Inject
    PresenceBoard presence;

    @Inject
    AvailabilityView availability;

    @Inject
    Routing routing;

    @Inject
    LeaseKeeper leases;

    @Inject
    ConnectionRegistry registry;

    @Inject
    CatchUp catchUp;

    @Inject
    InvitationPusher invitations;

    @Inject
    BlockedVisitors blocked;

    @Inject
    @ConfigProperty(name = "parley.heartbeat")
    int heartbeat;

    @Inject
    @ConfigProperty(name = "parley.limits.text")
    int textLimit;

    @Inject
    @ConfigProperty(name = "parley.limits.frame")
    int frameLimit;

    @Inject
    @ConfigProperty(name = "parley.merge.undo")
    int mergeUndoSeconds;

    @Inject
    @ConfigProperty(name = "parley.reopen.hours")
    int reopenHours;

    @Inject
    @ConfigProperty(name = "parley.queue.patience")
    int patienceSeconds;

    @Override
    public Class<Hello> frame() {
        return Hello.class;
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public CompletionStage<String> handle(Connection connection, Hello hello) {
        try {
            connection.gather(() -> greet(connection, hello));
        } catch (RuntimeException e) {
            // After half a greeting the client comes back and says hello again.
            LOG.log(Level.WARNING, "A device could not be greeted", e);
            connection.end(CloseCode.INTERNAL);
        }
        return NO_ANSWER;
    }

    /** The operator; only the first of several devices counts as an arrival. */
    private Operator operator(Connection connection) {
        if (registry.reaches(connection.participant())) {
            return operators.find(connection.caller().operatorId()).orElseThrow();
        }
        return commands.run(
                connection.caller(), new Arrive(connection.identity().session().id()));
    }

    /** A visitor's name may have changed since their token was given. */
    private static Caller named(Caller caller, List<Followed> followed) {
        return followed.stream()
                .map(Followed::conversation)
                .filter(conversation ->
                        conversation.isOpen() && caller.participant().is(conversation.visitor()))
                .findFirst()
                .map(conversation -> new Caller(conversation.visitor(), caller.site(), caller.roles()))
                .orElse(caller);
    }

    private void greet(Connection connection, Hello hello) {
        Operator operator = connection.caller().isStaff() ? operator(connection) : null;
        Welcome welcome =
                conversations.welcome(connection.caller(), hello.cursors().keySet());
        List<Followed> followed = welcome.followed();
        if (hello.batch()) {
            connection.batch();
        }
        connection.send(ServerFrame.welcome(
                new ServerFrame.Greeting(
                        connection.session(),
                        named(connection.caller(), followed),
                        operator == null ? null : operator.status(),
                        operator == null ? List.of() : operators.served(connection.caller()),
                        heartbeat,
                        new ServerFrame.Limits(textLimit, frameLimit, mergeUndoSeconds, reopenHours, patienceSeconds),
                        connection.isBatched()),
                followed));
        connection.greet();
        if (operator == null) {
            availability.greet(connection);
            followed.stream()
                    .flatMap(one -> routing.position(one.conversation().id()).stream())
                    .forEach(position -> connection.send(ServerFrame.queue(position)));
        } else {
            leases.renewNow(operator.id());
        }
        connection.feeds().begin(followed, hello.cursors());
        Iterator<Runnable> receipts = followed.stream()
                .flatMap(one -> one.receipts().stream())
                .filter(receipt -> !receipt.participant().is(connection.participant()))
                .<Runnable>map(receipt -> () -> connection.send(ServerFrame.receipt(receipt)))
                .iterator();
        catchUp.fetchAll(connection, () -> connection.inRoom(receipts, () -> connection.send(ServerFrame.synced())));
        if (operator != null) {
            presence.arrived(operator);
        } else if (welcome.blocked()) {
            blocked.showOut(connection.caller().visitorId());
        } else {
            invitations.greet(connection);
        }
    }
}
