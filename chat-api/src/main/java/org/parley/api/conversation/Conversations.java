package org.parley.api.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.parley.api.security.Caller;
import org.parley.api.visitor.VisitorId;

/**
 * Reads conversations and their logs; {@link ConversationCommand} writes them. Each call joins the caller's JTA
 * transaction or makes its own. A conversation that the caller may not see is NOT_FOUND, as though it did not exist.
 */
public interface Conversations {
    /**
     * The conversations for a device that connects: a visitor's open ones and their last closed one, or the open ones
     * that an operator owns.
     *
     * @param also further conversations that the device knows; the ones that the caller may not see are left out
     * @return oldest first
     */
    List<Followed> following(Caller caller, Collection<ConversationId> also);

    /** The same, and whether the caller is blocked, in one transaction. */
    Welcome welcome(Caller caller, Collection<ConversationId> also);

    /** The queued conversations, longest waiting first; at most 1000. */
    List<Conversation> queue(Caller staff);

    /**
     * The visitor's answers in the pre-chat form.
     *
     * @return answers by the names of their fields; maybe empty
     * @throws org.parley.api.error.ChatException NOT_FOUND where {@link #entries} would be
     */
    Map<String, String> form(Caller staff, ConversationId conversation);

    /**
     * The conversations of a visitor, newest first; at most 50. For supervisors, and staff who own an open one of them.
     *
     * @throws org.parley.api.error.ChatException FORBIDDEN for other staff
     */
    List<Conversation> ofVisitor(Caller staff, VisitorId visitor);

    /**
     * The entries after a number, oldest first. Staff who talk with a visitor may also read that visitor's other
     * conversations.
     *
     * @param after 0 for the beginning; a number beyond the head gives an empty page
     * @param limit 1 to 200
     */
    EntryPage entries(Caller caller, ConversationId conversation, EntryLog log, long after, int limit);
}
