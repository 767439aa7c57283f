package org.parley.ejb.conversation.row;

import java.util.List;
import java.util.UUID;

/**
 * Where else what was sent to a conversation may have been stored, and under which other name.
 *
 * @param conversations those with which it was ever merged; mostly empty
 * @param formerVisitor who its visitor was before they proved to be somebody known; mostly null
 */
public record MergeRelatives(List<UUID> conversations, String formerVisitor) {
    public static final MergeRelatives NONE = new MergeRelatives(List.of(), null);

    public MergeRelatives {
        conversations = List.copyOf(conversations);
    }

    /** Whether no unique constraint stands in the way of a repeat. */
    public boolean exists() {
        return !conversations.isEmpty() || formerVisitor != null;
    }
}
