package org.parley.web.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

/** Every body of a poll gives texts that read back as they were, or one refusal. */
class FrameArrayFuzz {
    @FuzzTest(maxExecutions = 50_000)
    void anythingShouldBeFramesOrARefusal(byte[] body) {
        try {
            List<String> frames = FrameArray.read(new String(body, StandardCharsets.UTF_8));
            assertThat(FrameArray.read(FrameArray.write(frames))).isEqualTo(frames);
        } catch (ChatException refusal) {
            assertThat(refusal.code()).isEqualTo(ErrorCode.PROTOCOL);
        }
    }
}
