package org.parley.api.visitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class VisitorIdTest {
    private static final String TEXT = "0190a6f4-7c1e-7000-8000-0000000000ab";

    @Test
    void textShouldComeBackAsItWas() {
        VisitorId id = VisitorId.of(TEXT);

        assertThat(id).hasToString(TEXT).isEqualTo(new VisitorId(UUID.fromString(TEXT)));
    }

    @Test
    void whatIsNoUuidShouldNameNoVisitor() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> VisitorId.of("vera"))
                .withMessage("no visitor's id: vera");
    }

    @Test
    void nothingShouldNameNoVisitor() {
        assertThatNullPointerException().isThrownBy(() -> new VisitorId(null));
    }
}
