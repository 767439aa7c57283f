package org.parley.api.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.api.security.Caller;

/**
 * The conversations and their logs, to be read; {@link ConversationCommand} says how they are written. Each call joins the
 * caller's JTA transaction or makes its own. What the caller may not see is NOT_FOUND, as though it did not exist.
 */
public interface Conversations {
    /**
     * What the caller's device shows after it connects: for a visitor the open conversations and the most recent
     * closed one, for an operator the open ones they own.
     *
     * @param also further conversations that the device knows; those that the caller may not see are left out
     * @return oldest first
     */
    List<Followed> following(Caller caller, Collection<UUID> also);

    /** The queued conversations, longest waiting first; at most 1000. */
    List<Conversation> queue(Caller staff);

    /**
     * What the visitor wrote in the form before the conversation.
     *
     * @return answers by the names of their fields; maybe empty
     * @throws org.parley.api.error.ChatException NOT_FOUND where {@link #entries} would be
     */
    Map<String, String> form(Caller staff, UUID conversation);

    /**
     * The conversations of a visitor, newest first; at most 50. For staff who owns an open one of them, and who oversees.
     *
     * @throws org.parley.api.error.ChatException FORBIDDEN for other staff
     */
    List<Conversation> ofVisitor(Caller staff, UUID visitor);

    /**
     * The entries after a number, oldest first. Staff who talks with a visitor may read that visitor's other conversations
     * too.
     *
     * @param after 0 for the beginning; beyond the head gives an empty page
     * @param limit 1 to 200
     */
    EntryPage entries(Caller caller, UUID conversation, EntryLog log, long after, int limit);
}
