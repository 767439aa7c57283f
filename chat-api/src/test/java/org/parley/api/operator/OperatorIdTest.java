package org.parley.api.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class OperatorIdTest {
    private static final String TEXT = "0190a6f4-7c1e-7000-8000-0000000000ab";

    @Test
    void textShouldComeBackAsItWas() {
        OperatorId id = OperatorId.of(TEXT);

        assertThat(id).hasToString(TEXT).isEqualTo(new OperatorId(UUID.fromString(TEXT)));
    }

    @Test
    void whatIsNoUuidShouldNameNoOperator() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OperatorId.of("olivia"))
                .withMessage("no operator's id: olivia");
    }

    @Test
    void nothingShouldNameNoOperator() {
        assertThatNullPointerException().isThrownBy(() -> new OperatorId(null));
    }
}
