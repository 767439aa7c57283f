package org.parley.web.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

class FrameArrayTest {
    @Test
    void framesShouldComeOutAsTheyWentIn() {
        List<String> frames = List.of("{\"type\":\"ping\"}", "{\"type\":\"send\",\"text\":\"a \\\"[]\\\" \u4f60\"}");
        assertThat(FrameArray.read(FrameArray.write(frames))).isEqualTo(frames);
        assertThat(FrameArray.read("[]")).isEmpty();
        assertThat(FrameArray.write(List.of())).isEqualTo("[]");
    }

    @Test
    void whatIsNoObjectShouldBeLeftToTheFrameReader() {
        assertThat(FrameArray.read(" [1, null, \"x\", [2], true] "))
                .containsExactly("1", "null", "\"x\"", "[2]", "true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{}", "null", "1", "[", "]", "[]]", "[] []", "[,]", "[{\"type\":\"ping\"}", "[nul]"})
    void whatIsNoArrayShouldBeRefused(String text) {
        assertThatThrownBy(() -> FrameArray.read(text))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.PROTOCOL));
    }

    @Test
    void deepNestingShouldBeRefused() {
        int depth = 100_000;
        assertThatThrownBy(() -> FrameArray.read("[".repeat(depth) + "]".repeat(depth)))
                .isInstanceOf(ChatException.class);
        assertThatThrownBy(() -> FrameArray.read("{\"a\":".repeat(depth))).isInstanceOf(ChatException.class);
    }
}
