package org.parley.api.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.api.operator.OperatorId;

class ParticipantTest {
    private static final UUID ID = new UUID(1, 2);

    @Test
    void operatorsIdShouldBeThatOfTheOperator() {
        assertThat(participant(ParticipantKind.OPERATOR).operatorId()).isEqualTo(new OperatorId(ID));
    }

    @Test
    void visitorShouldNeverPassForAnOperator() {
        Participant visitor = participant(ParticipantKind.VISITOR);

        assertThatIllegalStateException()
                .isThrownBy(visitor::operatorId)
                .withMessage("VISITOR " + ID + " is no operator");
    }

    private static Participant participant(ParticipantKind kind) {
        return new Participant(kind, ID.toString(), null);
    }
}
