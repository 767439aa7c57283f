package org.parley.ejb.routing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Offer;
import org.parley.api.operator.OperatorId;
import org.parley.ejb.conversation.handover.Handover;
import org.parley.ejb.conversation.handover.Idleness;
import org.parley.ejb.conversation.handover.Queued;
import org.parley.ejb.conversation.handover.RoutingRows;
import org.parley.ejb.database.NewTransaction;

/** Ends what has lasted too long: offers, transfers, ownership without an owner, and silence. */
@ApplicationScoped
class Overdue {
    /** The time for an operator to reload the page. */
    private static final Duration RELOAD = Duration.ofSeconds(5);

    private static final Duration SOON = Duration.ofSeconds(1);

    @Inject
    NewTransaction transactions;

    @Inject
    Staffing staffing;

    @Inject
    RoutingState state;

    @Inject
    RoutingRows routingRows;

    @Inject
    Handover handover;

    @Inject
    Idleness idleness;

    @Inject
    Steps steps;

    @Inject
    @ConfigProperty(name = "parley.routing.owner-gone")
    int ownerGoneSeconds;

    @Inject
    @ConfigProperty(name = "parley.routing.keep-hours")
    int keepHours;

    /** Gives transferred conversations back that nobody took in time. */
    void giveBack(Instant now) {
        state.queues().toGiveBack(now).forEach(id -> step(id, handover::giveBackIfDue));
    }

    /** Ends offers that were not answered in time, and those to operators who have gone. */
    void lapse(Instant now) {
        List<Queued> offered = state.queues().offered();
        Set<OperatorId> gone = gone(offered, now);
        for (Queued one : offered) {
            ConversationId id = one.conversation().id();
            Offer offer = one.conversation().handling().offer();
            OperatorId operator = offer.operator().operatorId();
            if (!offer.until().isAfter(now) || gone.contains(operator)) {
                step(id, lapsed -> handover.lapse(lapsed, offer));
            } else if (state.duty().present(operator).isEmpty()) {
                state.queues().lookAgain(now.plus(SOON), id);
            }
        }
    }

    private Set<OperatorId> gone(List<Queued> offered, Instant now) {
        Set<OperatorId> missing = offered.stream()
                .map(one -> one.conversation().handling().offer().operator().operatorId())
                .filter(operator -> state.duty().present(operator).isEmpty())
                .collect(Collectors.toSet());
        return missing.isEmpty() ? missing : transactions.call(() -> staffing.notThere(missing, now.minus(RELOAD)));
    }

    /** How long an owner may be gone; zero for forever. */
    Duration patience() {
        return Duration.ofSeconds(ownerGoneSeconds);
    }

    /** Takes conversations from owners who do not come back. */
    void leaveGoneOwners(Instant now) {
        transactions
                .call(() -> routingRows.ownedBy(
                        staffing.goneSince(now.minus(patience()), now.minus(Duration.ofHours(keepHours)))))
                .forEach(left -> step(left.id(), id -> handover.leave(id, left.owner())));
    }

    /** Warns silent visitors, and ends their conversations. */
    void endIdle(Instant now) {
        transactions.call(() -> idleness.due(now)).forEach(id -> step(id, idleness::step));
    }

    private void step(ConversationId id, Consumer<ConversationId> step) {
        steps.take(id, () -> {
            step.accept(id);
            return true;
        });
    }
}
