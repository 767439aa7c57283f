package org.parley.api.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class DepartmentIdTest {
    private static final String TEXT = "0190a6f4-7c1e-7000-8000-0000000000ab";

    @Test
    void textShouldComeBackAsItWas() {
        DepartmentId id = DepartmentId.of(TEXT);

        assertThat(id).hasToString(TEXT).isEqualTo(new DepartmentId(UUID.fromString(TEXT)));
    }

    @Test
    void whatIsNoUuidShouldNameNoDepartment() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DepartmentId.of("support"))
                .withMessage("no department's id: support");
    }

    @Test
    void nothingShouldNameNoDepartment() {
        assertThatNullPointerException().isThrownBy(() -> new DepartmentId(null));
    }
}
