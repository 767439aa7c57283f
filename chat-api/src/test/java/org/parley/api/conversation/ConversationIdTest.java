package org.parley.api.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ConversationIdTest {
    private static final String TEXT = "0190a6f4-7c1e-7000-8000-0000000000ab";

    @Test
    void textShouldComeBackAsItWas() {
        ConversationId id = ConversationId.of(TEXT);

        assertThat(id).hasToString(TEXT).isEqualTo(new ConversationId(UUID.fromString(TEXT)));
    }

    @Test
    void whatIsNoUuidShouldNameNoConversation() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConversationId.of("the last one"))
                .withMessage("no conversation's id: the last one");
    }

    @Test
    void nothingShouldNameNoConversation() {
        assertThatNullPointerException().isThrownBy(() -> new ConversationId(null));
    }

    @Test
    void orderShouldBeThatOfTheUuids() {
        // By their texts it would be the other one.
        ConversationId first = new ConversationId(new UUID(-1, 0));

        assertThat(first).isLessThan(new ConversationId(new UUID(1, 0)));
    }
}
