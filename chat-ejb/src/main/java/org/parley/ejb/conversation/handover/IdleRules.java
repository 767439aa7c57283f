package org.parley.ejb.conversation.handover;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.ParticipantKind;

/**
 * When a conversation with a silent visitor is closed. The time runs from an operator's message without an answer: a
 * visitor who waits for an answer is never idle. After some time comes a warning, which says when the end will be. Any
 * message starts the time anew.
 */
final class IdleRules {
    /** The fact of a warning: when the conversation will be closed (RFC 3339). */
    static final String CLOSES = "closes";

    private final Clock clock;

    IdleRules(Clock clock) {
        this.clock = clock;
    }

    enum Step {
        NONE,
        WARN,
        CLOSE
    }

    /**
     * What there is to do now.
     *
     * @param newest the newest entry of the public log
     * @param warn minutes without a word until the warning; 0 for none
     * @param close minutes without a word until the end; 0 for never, else more than {@code warn}
     */
    Step next(Entry newest, int warn, int close) {
        Instant now = clock.instant();
        if (newest.kind() == EntryKind.IDLE) {
            String closes = newest.data().get(CLOSES);
            return closes != null && !Instant.parse(closes).isAfter(now) ? Step.CLOSE : Step.NONE;
        }
        boolean unanswered =
                newest.kind() == EntryKind.MESSAGE && newest.author().kind() != ParticipantKind.VISITOR;
        int minutes = warn > 0 ? warn : close;
        if (!unanswered
                || minutes == 0
                || newest.at().plus(Duration.ofMinutes(minutes)).isAfter(now)) {
            return Step.NONE;
        }
        return warn > 0 ? Step.WARN : Step.CLOSE;
    }

    /**
     * When a conversation will be closed after a warning now; null for never. A late warning, as after an outage,
     * leaves as much time as a punctual one.
     */
    Instant closes(Entry newest, int warn, int close) {
        if (close == 0) {
            return null;
        }
        Instant planned = newest.at().plus(Duration.ofMinutes(close));
        Instant least = clock.instant().plus(Duration.ofMinutes((long) close - warn));
        return planned.isAfter(least) ? planned : least;
    }
}
