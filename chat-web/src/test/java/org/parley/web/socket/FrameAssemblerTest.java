package org.parley.web.socket;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FrameAssemblerTest {
    private final FrameAssembler assembler = new FrameAssembler(10);

    @Test
    void partsShouldBecomeOneMessage() {
        assertThat(assembler.add("ab", false)).isNull();
        assertThat(assembler.add("cd", true)).isEqualTo("abcd");
        assertThat(assembler.add("next", true)).isEqualTo("next");
    }

    @Test
    void bytesOfUtf8ShouldCount() {
        assertThat(assembler.add("你好你", true)).isEqualTo("你好你");
        assertThat(assembler.add("你好你好", true)).isNull();
        assertThat(assembler.wasTooLong()).isTrue();
        assembler.reset();
        assertThat(assembler.add("😀😀", true)).as("8 bytes").isEqualTo("😀😀");
        assertThat(assembler.add("😀😀😀", true)).as("12 bytes").isNull();
    }

    @Test
    void theNextMessageShouldBeReadAfterOneThatWasTooLong() {
        assembler.add("0123456789", false);
        assembler.add("0123456789", true);
        assembler.reset();

        assertThat(assembler.add("ok", true)).isEqualTo("ok");
    }
}
