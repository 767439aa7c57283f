package org.parley.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.department.DepartmentId;
import org.parley.api.invitation.Invitation;
import org.parley.api.invitation.InvitationMode;
import org.parley.api.invitation.InvitationState;
import org.parley.web.connection.SetClock;

class OpenInvitationsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Participant ADA = new Participant(ParticipantKind.VISITOR, "ada", "Ada");

    private final SetClock clock = new SetClock();
    private final OpenInvitations open = new OpenInvitations(clock, PATIENCE);
    private final Invitation queued = invitation(InvitationState.QUEUED);

    @Test
    void invitationShouldBeOverWhenItsTimeIs() {
        open.isNews(queued);
        clock.goOn(LIFE.minusMillis(1));
        assertThat(open.due(visitor -> true)).isEmpty();
        clock.goOn(Duration.ofMillis(1));
        assertThat(open.due(visitor -> true)).containsExactly(queued.id());
    }

    @Test
    void visitorMayBeGoneForAMoment() {
        open.isNews(queued);
        assertThat(open.due(visitor -> false)).isEmpty();
        clock.goOn(PATIENCE.minusMillis(1));
        assertThat(open.due(visitor -> false)).isEmpty();
        assertThat(open.due(visitor -> true)).isEmpty();

        assertThat(open.due(visitor -> false)).isEmpty();
        clock.goOn(PATIENCE);
        assertThat(open.due(visitor -> false)).containsExactly(queued.id());
    }

    @Test
    void endedOneShouldNotComeBack() {
        open.isNews(queued);
        assertThat(open.of(ADA)).contains(queued);
        assertThat(open.isNews(invitation(InvitationState.DISMISSED))).isTrue();
        assertThat(open.isNews(invitation(InvitationState.SHOWN))).isFalse();
        assertThat(open.of(ADA)).isEmpty();
        clock.goOn(LIFE);
        assertThat(open.due(visitor -> false)).isEmpty();
    }

    @Property
    void whatIsToldShouldOnlyMoveForward(@ForAll @Size(max = 12) List<InvitationState> heard) {
        OpenInvitations reminded = new OpenInvitations(clock, PATIENCE);
        InvitationState told = null;
        for (InvitationState state : heard) {
            if (reminded.isNews(invitation(state))) {
                assertThat(told == null || told.isOpen() && state.compareTo(told) > 0)
                        .as("%s after %s", state, told)
                        .isTrue();
                told = state;
            }
        }
        assertThat(reminded.of(ADA).map(Invitation::state).orElse(null))
                .isEqualTo(told != null && told.isOpen() ? told : null);
    }

    private Invitation invitation(InvitationState state) {
        return new Invitation(
                new UUID(1, 1),
                "shop",
                ADA,
                new DepartmentId(new UUID(1, 2)),
                "Support",
                new Participant(ParticipantKind.OPERATOR, "olivia", "Olivia"),
                InvitationMode.INVITE,
                state,
                "May I help you?",
                null,
                new SetClock().instant(),
                new SetClock().instant().plus(LIFE));
    }
}
