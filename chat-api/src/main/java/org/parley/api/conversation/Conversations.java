package org.parley.api.conversation;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.parley.api.routing.Transfer;
import org.parley.api.security.Caller;

/**
 * The conversations and their logs, and the only way to write them. Each call joins the caller's JTA transaction or
 * makes its own; events leave after the commit. What the caller may not see is NOT_FOUND, as though it did not exist.
 */
public interface Conversations {
    /**
     * Opens the visitor's conversation with a department, or finds the one that is open: there is at most one per
     * visitor, site and department, however many ask at once.
     *
     * @return the conversation; {@code created} is true for one caller only
     * @throws org.parley.api.error.ChatException INVALID or TOO_LARGE for the text, NOT_FOUND for an unknown
     *     department; nothing is stored
     */
    Started start(Caller visitor, StartRequest request);

    /**
     * Appends a message to an open conversation. Participants see it after the commit (ADR-0003).
     *
     * @param text plain text, 1 to {@code parley.limits.text} UTF-16 units; never HTML
     * @param id the sender's own; repeating it returns the first entry unchanged
     * @return the stored entry; its number follows the last one's without a gap
     * @throws org.parley.api.error.ChatException CLOSED when the conversation is closed; nothing is stored
     */
    Entry send(Caller participant, UUID conversation, String text, String id);

    /**
     * Appends a note to the internal log, which visitors never see.
     *
     * @param id the sender's own; repeating it returns the first entry unchanged
     */
    Entry note(Caller staff, UUID conversation, String text, String id);

    /**
     * Makes the operator the owner of a queued conversation. Of many who try at once exactly one wins; the owner who
     * asks again is told the same once more.
     *
     * @return the conversation, active and owned by the caller
     * @throws TakenException when another operator owns it
     * @throws org.parley.api.error.ChatException CLOSED when nobody can take it any more
     */
    Conversation accept(Caller operator, UUID conversation);

    /**
     * Makes a supervisor the owner of an open conversation, whoever owns it. The former owner's access ends with the
     * commit. The owner who asks again is told the same once more.
     *
     * @return the conversation, active and owned by the caller
     * @throws org.parley.api.error.ChatException CLOSED when nobody can take it any more
     */
    Conversation takeOver(Caller supervisor, UUID conversation);

    /**
     * Appends a whisper to the internal log: for the owner, from somebody who takes no part.
     *
     * @param text as of a message
     * @param id the sender's own; repeating it returns the first entry unchanged
     * @throws org.parley.api.error.ChatException CONFLICT when nobody owns the conversation, CLOSED when it is closed;
     *     nothing is stored
     */
    Entry whisper(Caller supervisor, UUID conversation, String text, String id);

    /**
     * Lets a conversation pass that was offered to the operator; somebody else is asked.
     *
     * @throws org.parley.api.error.ChatException CONFLICT when it is not offered to the caller; nothing is changed
     */
    Conversation decline(Caller operator, UUID conversation);

    /**
     * Hands a conversation over. From the commit on it is no longer the caller's. An operator is asked to take it; a
     * department has it in its queue. It comes back to its owner when nobody takes it in the department's time for that.
     *
     * @param id the sender's own; repeating it returns the first entry unchanged
     * @return the {@link EntryKind#TRANSFERRED} entry
     * @throws org.parley.api.error.ChatException INVALID for a transfer to its owner, NOT_FOUND for an unknown operator or
     *     department, UNREACHABLE when nobody there could take it, CONFLICT when the visitor has another open
     *     conversation with that department; nothing is changed
     */
    Entry transfer(Caller operator, UUID conversation, Transfer to, String id);

    /**
     * Ends an open conversation.
     *
     * @param reason for the log, or null; at most 200 UTF-16 units
     * @param id the sender's own; repeating it returns the first entry unchanged
     * @return the {@link EntryKind#CLOSED} entry
     * @throws org.parley.api.error.ChatException CLOSED when somebody else closed it before
     */
    Entry close(Caller participant, UUID conversation, String reason, String id);

    /**
     * Continues a closed conversation: with its last owner when they are there, willing and have room, else in the queue of
     * its department or the one on which that falls back. For its visitor, who owned it last, and who oversees.
     *
     * @param id the sender's own; repeating it returns the first entry unchanged
     * @return the {@link EntryKind#REOPENED} entry
     * @throws org.parley.api.error.ChatException CONFLICT when it is open, or the visitor has another open conversation with
     *     the department; CLOSED when it was merged or ended more than {@code parley.reopen.hours} ago; UNREACHABLE when
     *     nobody is there, and the visitor may not wait; FORBIDDEN for a visitor who is blocked; nothing is changed
     */
    Entry reopen(Caller participant, UUID conversation, String id);

    /**
     * Changes tags and priority; the internal log keeps who did, as an {@link EntryKind#ROUTING} entry. Only the owner may,
     * and who oversees.
     *
     * @param labels tags are written in lower case, each once; at most 10 of 1 to 32 letters, digits, hyphens, underscores
     * @return the conversation as it is now; what is as it was leaves no entry
     * @throws org.parley.api.error.ChatException INVALID for the tags, FORBIDDEN for staff who does not own it
     */
    Conversation label(Caller staff, UUID conversation, Labels labels);

    /** A device of the participant has everything up to {@code seq}; a lower or unknown number changes nothing. */
    void delivered(Caller participant, UUID conversation, long seq);

    /** The participant has seen everything up to {@code seq}; a lower or unknown number changes nothing. */
    void read(Caller participant, UUID conversation, long seq);

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
