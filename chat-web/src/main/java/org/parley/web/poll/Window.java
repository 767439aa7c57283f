package org.parley.web.poll;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.parley.api.error.ChatException;

/**
 * The unconfirmed frames of a poll session, in order. Answers get lost on the way, so each answer has all of them; the
 * window also limits an answer's size.
 */
final class Window {
    private final int mostFrames;
    private final int mostChars;
    private final Deque<String> unconfirmed = new ArrayDeque<>();
    private long chars;
    private long confirmed;
    private long given;

    Window(int mostFrames, int mostChars) {
        this.mostFrames = mostFrames;
        this.mostChars = mostChars;
    }

    void add(String frame) {
        unconfirmed.add(frame);
        chars += frame.length();
    }

    /** Whether it can take one more frame. A frame that is longer than the window comes in alone. */
    boolean hasRoom() {
        return unconfirmed.size() < mostFrames && chars < mostChars;
    }

    /** Whether it has no frames. */
    boolean isEmpty() {
        return unconfirmed.isEmpty();
    }

    /** Whether every frame was given at least once. */
    boolean isGiven() {
        return given == confirmed + unconfirmed.size();
    }

    /** The unconfirmed frames, oldest first. */
    List<String> give() {
        given = confirmed + unconfirmed.size();
        return List.copyOf(unconfirmed);
    }

    /**
     * Drops the frames that the client has.
     *
     * @param received how many frames it has got in this session
     * @throws ChatException INVALID when it cannot have got as many, or has confirmed more before; nothing changes
     */
    void confirm(long received) {
        if (received < confirmed || received > given) {
            throw ChatException.invalid(
                    PollHeaders.RECEIVED,
                    "Of this session's frames " + confirmed + " to " + given + " can have been received.");
        }
        for (; confirmed < received; confirmed++) {
            chars -= unconfirmed.remove().length();
        }
    }
}
