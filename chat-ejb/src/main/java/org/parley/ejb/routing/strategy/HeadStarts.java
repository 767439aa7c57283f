package org.parley.ejb.routing.strategy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.api.routing.Waiting;

/**
 * Urgency, VIP level and kind of question as waiting time. Together they are bounded, so that everybody's turn comes.
 */
record HeadStarts(Duration perVipLevel, Map<String, Duration> byQuestion) {
    static final Duration MOST = Duration.ofHours(20);
    static final int HIGHEST_VIP_LEVEL = 10;
    static final String VIP_SETTING = "parley.routing.vip-minutes";
    static final String QUESTION_SETTING = "parley.routing.question-minutes";

    HeadStarts {
        byQuestion = Map.copyOf(byQuestion);
    }

    /**
     * @param vipMinutes for each level, 0 to 1200
     * @param questions {@code KIND=MINUTES}, 0 to 1200 each
     * @throws IllegalArgumentException names the wrong setting
     */
    static HeadStarts of(int vipMinutes, List<String> questions) {
        Map<String, Duration> byQuestion = new HashMap<>();
        for (String question : questions) {
            int sign = question.lastIndexOf('=');
            if (sign < 1 || !question.substring(sign + 1).strip().matches("\\d{1,4}")) {
                throw new IllegalArgumentException(QUESTION_SETTING + " is KIND=MINUTES,… but has: " + question);
            }
            int minutes = Integer.parseInt(question.substring(sign + 1).strip());
            byQuestion.put(question.substring(0, sign).strip(), checked(QUESTION_SETTING, minutes));
        }
        return new HeadStarts(checked(VIP_SETTING, vipMinutes), byQuestion);
    }

    /** Since when the conversation counts as waiting; earlier is served sooner. */
    Instant countsSince(Waiting waiting) {
        int level = Math.max(0, Math.min(waiting.vip(), HIGHEST_VIP_LEVEL));
        String question = waiting.form().getOrDefault("question", "");
        Duration all = waiting.priority()
                .headStart()
                .plus(perVipLevel.multipliedBy(level))
                .plus(byQuestion.getOrDefault(question, Duration.ZERO));
        return waiting.since().minus(all.compareTo(MOST) > 0 ? MOST : all);
    }

    private static Duration checked(String setting, int minutes) {
        if (minutes < 0 || minutes > MOST.toMinutes()) {
            throw new IllegalArgumentException(setting + " is 0 to " + MOST.toMinutes() + " minutes, not " + minutes);
        }
        return Duration.ofMinutes(minutes);
    }
}
