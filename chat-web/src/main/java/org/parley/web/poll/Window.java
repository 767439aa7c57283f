package org.parley.web.poll;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.parley.api.error.ChatException;

/**
 * The frames of a poll session that its client has not confirmed yet, in order. Answers get lost on the way, so each
 * answer gives all of them; that also limits an answer's size.
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

    /** Whether it can take one more. A frame that is longer than the window comes in even so, alone. */
    boolean hasRoom() {
        return unconfirmed.size() < mostFrames && chars < mostChars;
    }

    /** Whether there is nothing to give. */
    boolean isEmpty() {
        return unconfirmed.isEmpty();
    }

    /** Whether every frame was given at least once. */
    boolean isGiven() {
        return given == confirmed + unconfirmed.size();
    }

    /** Everything that is not confirmed, oldest first. */
    List<String> give() {
        given = confirmed + unconfirmed.size();
        return List.copyOf(unconfirmed);
    }

    /**
     * Lets go of what the client has.
     *
     * @param received how many frames it has got in this session
     * @throws ChatException INVALID when it cannot have got as many, or had said more before; nothing changes
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
