package org.parley.ejb.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.invitation.InvitationMode;
import org.parley.api.invitation.InvitationState;

class InvitationRowTest {
    private static final Instant NOW = Instant.parse("2026-11-25T23:59:59.999Z");

    @Property
    void stateShouldOnlyMoveForwardAndStayWhereItEnds(@ForAll @Size(max = 12) List<InvitationState> said) {
        InvitationRow row = row();
        InvitationState before = row.state();
        for (InvitationState state : said) {
            boolean moved = row.move(state, NOW);
            assertThat(moved).isEqualTo(row.state() != before);
            assertThat(row.state()).isGreaterThanOrEqualTo(before);
            if (!before.isOpen()) {
                assertThat(row.state()).isEqualTo(before);
            }
            if (moved) {
                assertThat(row.state()).isEqualTo(state);
            }
            before = row.state();
        }
    }

    private static InvitationRow row() {
        return new InvitationRow(
                new UUID(1, 1),
                new Participant(ParticipantKind.VISITOR, new UUID(1, 2).toString(), "Ada"),
                new Department(new DepartmentId(new UUID(1, 3)), "shop", "support", "Support"),
                new Participant(ParticipantKind.OPERATOR, new UUID(1, 4).toString(), "Olivia"),
                "i-1",
                new InvitationRow.Offer(InvitationMode.INVITE, "Hello", NOW, NOW.plusSeconds(600)));
    }
}
