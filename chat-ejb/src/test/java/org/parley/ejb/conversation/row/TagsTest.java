package org.parley.ejb.conversation.row;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.api.error.ChatException;

class TagsTest {
    @Test
    void tagsShouldBeWrittenOnceAndInLowerCase() {
        assertThat(Tags.checked(List.of("VIP", "退款", "vip", "استرداد", "two_words")))
                .containsExactly("vip", "退款", "استرداد", "two_words");
        assertThat(Tags.checked(Collections.nCopies(20, "once"))).containsExactly("once");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "new\nline", "a,b", "012345678901234567890123456789012"})
    void whatIsNoTagShouldBeRefused(String tag) {
        assertThatThrownBy(() -> Tags.checked(List.of("good", tag)))
                .isInstanceOf(ChatException.class)
                .extracting(refusal -> ((ChatException) refusal).field())
                .isEqualTo("tags");
    }
}
