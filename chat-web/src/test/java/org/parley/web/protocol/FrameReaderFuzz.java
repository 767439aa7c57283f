package org.parley.web.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import org.parley.api.error.ErrorCode;

/** Every text gives a frame, or a refusal of the protocol. */
class FrameReaderFuzz {
    @FuzzTest(maxExecutions = 50_000)
    void anythingShouldBeAFrameOrARefusal(byte[] text) {
        try {
            ClientFrame frame = FrameReaders.ALL.read(new String(text, StandardCharsets.UTF_8));
            if (frame.id() != null) {
                assertThat(frame.id()).matches("[A-Za-z0-9._:-]{1,64}");
            }
        } catch (BadFrame refusal) {
            assertThat(refusal.error().code())
                    .isIn(ErrorCode.PROTOCOL, ErrorCode.INVALID, ErrorCode.NOT_FOUND, ErrorCode.TOO_LARGE);
        }
    }
}
