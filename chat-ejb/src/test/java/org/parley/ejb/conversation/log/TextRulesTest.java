package org.parley.ejb.conversation.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

class TextRulesTest {
    private final TextRules rules = new TextRules(4000);

    @ParameterizedTest
    @ValueSource(strings = {"a", "two\nlines\r\n\tand a tab", "你好", "مرحبا", "😀", "<script>alert(1)</script>"})
    void whatPeopleWriteShouldPass(String text) {
        assertThatCode(() -> rules.checkMessage(text)).doesNotThrowAnyException();
    }

    @Test
    void aLimitThatTheDatabaseCannotHoldShouldBeRefusedAtOnce() {
        assertThatThrownBy(() -> new TextRules(16_001)).hasMessageContaining("parley.limits.text");
    }

    @Test
    void theLimitShouldBeExact() {
        assertThatCode(() -> rules.checkMessage("x".repeat(4000))).doesNotThrowAnyException();
        assertThat(refusal("x".repeat(4001)).code()).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " \n\t",
                "\u00a0\u2003",
                "\0",
                "bell\u0007",
                "\u0085",
                "\u007f",
                "half \ud83d",
                "\ude00 half",
                "\u200b\u202e\u2069",
                "\u3164\u2800",
                "\ufeff \u00ad",
                "\u200d\ufe0f"
            })
    void whatCannotBeStoredOrShownShouldBeRefused(String text) {
        ChatException refusal = refusal(text);

        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
        assertThat(refusal.field()).isEqualTo("text");
    }

    private ChatException refusal(String text) {
        return catchThrowableOfType(ChatException.class, () -> rules.checkMessage(text));
    }
}
