package org.parley.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.web.limit.FrameLimit.Answer;

class FrameLimitTest {
    @Test
    void whatIsTooFastShouldBeRefusedAndAFloodEnded() {
        // Slow enough that nothing comes back while the test runs.
        FrameLimit limit = new FrameLimit(1, 50);
        List<Class<?>> answers = Stream.generate(limit::count)
                .limit(200)
                .<Class<?>>map(Answer::getClass)
                .toList();

        assertThat(answers.subList(0, 50)).containsOnly(Answer.Pass.class);
        assertThat(answers.subList(55, 95)).containsOnly(Answer.TooFast.class);
        assertThat(answers.subList(110, 200)).contains(Answer.Flood.class);
    }

    @Test
    void refusalsShouldSayWhenToGoOn() {
        FrameLimit limit = new FrameLimit(1, 1);
        limit.count();

        assertThat(limit.count()).isEqualTo(new Answer.TooFast(1));
        assertThat(limit.count())
                .isInstanceOfSatisfying(
                        Answer.Flood.class,
                        flood -> assertThat(flood.retryAfter()).isBetween(1, 61));
    }
}
