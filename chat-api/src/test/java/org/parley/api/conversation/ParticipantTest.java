package org.parley.api.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.api.operator.OperatorId;
import org.parley.api.visitor.VisitorId;

class ParticipantTest {
    private static final UUID ID = new UUID(1, 2);

    private final Participant visitor = new Participant(ParticipantKind.VISITOR, ID.toString(), null);
    private final Participant operator = new Participant(ParticipantKind.OPERATOR, ID.toString(), "Olivia");

    @Test
    void idsShouldBeOfTheKindOfTheParticipant() {
        assertThat(visitor.visitorId()).isEqualTo(new VisitorId(ID));
        assertThat(operator.operatorId()).isEqualTo(new OperatorId(ID));
    }

    @Test
    void nobodyShouldPassForSomebodyOfTheOtherKind() {
        assertThatIllegalStateException()
                .isThrownBy(visitor::operatorId)
                .withMessage("VISITOR " + ID + " is no OPERATOR");
        assertThatIllegalStateException()
                .isThrownBy(operator::visitorId)
                .withMessage("OPERATOR " + ID + " is no VISITOR");
    }
}
