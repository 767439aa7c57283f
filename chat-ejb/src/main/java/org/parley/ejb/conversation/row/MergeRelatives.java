package org.parley.ejb.conversation.row;

import java.util.List;
import org.parley.api.conversation.ConversationId;

/**
 * Other places of a repeated entry: the logs of conversations with which this one was ever merged, and the author's
 * former id.
 *
 * @param conversations with which it was ever merged; usually empty
 * @param formerVisitor its visitor's id before they logged in; usually null
 */
public record MergeRelatives(List<ConversationId> conversations, String formerVisitor) {
    public static final MergeRelatives NONE = new MergeRelatives(List.of(), null);

    public MergeRelatives {
        conversations = List.copyOf(conversations);
    }

    /** Whether a repeat may be in another log, where no unique constraint finds it. */
    public boolean exists() {
        return !conversations.isEmpty() || formerVisitor != null;
    }
}
