package org.parley.api.conversation;

import java.util.Map;
import org.parley.api.command.AllowedTo;
import org.parley.api.command.Command;
import org.parley.api.routing.Transfer;
import org.parley.api.security.Circle;
import org.parley.api.visitor.VisitorId;

/**
 * The commands for conversations. The {@code id} of a command is the caller's own: repeating it gives the first answer
 * again, or CONFLICT when another command had it. Error codes are those of {@link org.parley.api.error.ErrorCode}; a
 * refused command changes nothing.
 */
public sealed interface ConversationCommand<R> extends Command<R> {
    /** The most conversations with which one can be merged in its lifetime. */
    int MOST_MERGED = 100;

    /**
     * Opens the visitor's conversation with a department, or finds the open one: there is at most one for each visitor,
     * site and department, however many ask at once. INVALID or TOO_LARGE for the text or the form, NOT_FOUND for an
     * unknown department, UNREACHABLE when nobody is there and the visitor may not wait, FORBIDDEN for a visitor who is
     * blocked.
     *
     * @param department the department's key within the site; null for the site's first
     * @param form the pre-chat form's answers, such as {@code subject}; at most 20, names up to 50 and values up to 500
     *     UTF-16 units; maybe empty
     * @param text the first message, or null
     * @param language BCP 47, or null when unknown
     * @param leavesMessage the visitor does not wait for the answer, so nobody has to be there; {@code text} is needed
     *     then
     * @param mayOpen whether a conversation may be opened; if not, RATE_LIMITED instead
     */
    @AllowedTo(Circle.VISITORS)
    record Start(
            String id,
            String department,
            Map<String, String> form,
            String text,
            String language,
            boolean leavesMessage,
            boolean mayOpen)
            implements ConversationCommand<Started> {
        public Start {
            form = Map.copyOf(form);
        }

        /** Without a form, by a visitor who waits for the answer. */
        public static Start of(String id, String department, String text) {
            return new Start(id, department, Map.of(), text, null, false, true);
        }

        /** The same, but it only finds an open conversation, and opens none. */
        public Start withoutOpening() {
            return new Start(id, department, form, text, language, leavesMessage, false);
        }

        /** The subject from the form; or null. */
        public String subject() {
            return form.get("subject");
        }
    }

    /**
     * Appends a message to an open conversation. Participants see it after the commit (ADR-0003); its number follows
     * the last one's without a gap. CLOSED when the conversation is closed, FORBIDDEN for callers who take no part; an
     * actor takes part in all.
     */
    @AllowedTo({Circle.EVERYBODY, Circle.HOUSE})
    record Send(ConversationId conversation, String text, String id) implements ConversationCommand<Entry>, Line {
        @Override
        public EntryKind kind() {
            return EntryKind.MESSAGE;
        }
    }

    /** Appends a note to the internal log, which visitors never see; otherwise as {@link Send}. */
    @AllowedTo({Circle.STAFF, Circle.HOUSE})
    record Note(ConversationId conversation, String text, String id) implements ConversationCommand<Entry>, Line {
        @Override
        public EntryKind kind() {
            return EntryKind.NOTE;
        }
    }

    /**
     * Appends a line for the owner to the internal log, from a supervisor who takes no part. CONFLICT when nobody owns
     * the conversation, CLOSED when it is closed.
     */
    @AllowedTo(Circle.OVERSEERS)
    record Whisper(ConversationId conversation, String text, String id) implements ConversationCommand<Entry>, Line {
        @Override
        public EntryKind kind() {
            return EntryKind.WHISPER;
        }
    }

    /**
     * Makes the operator the owner of a queued conversation, and returns it. Of many who try at once exactly one wins;
     * the owner who asks again gets the same answer. {@link TakenException} when another operator owns it, CLOSED when
     * nobody can take it any more.
     */
    @AllowedTo(Circle.STAFF)
    record Accept(ConversationId conversation) implements ConversationCommand<Conversation> {}

    /**
     * Declines a conversation that was offered to the operator; somebody else is asked. CONFLICT when it is not
     * offered.
     */
    @AllowedTo(Circle.STAFF)
    record Decline(ConversationId conversation) implements ConversationCommand<Conversation> {}

    /**
     * Makes a supervisor the owner of an open conversation, with any owner before. The former owner's access ends with the
     * commit. The owner who asks again gets the same answer. CLOSED when nobody can take it any more.
     */
    @AllowedTo(Circle.OVERSEERS)
    record TakeOver(ConversationId conversation) implements ConversationCommand<Conversation> {}

    /**
     * Hands a conversation over, by a {@link EntryKind#TRANSFERRED} entry. From the commit on it is no longer the
     * caller's. An operator is asked to take it; a department has it in its queue. It comes back to its owner when
     * nobody takes it within the department's {@code returnSeconds}. INVALID for a transfer to its owner, NOT_FOUND for
     * an unknown operator or department, UNREACHABLE when nobody could take it there, CONFLICT when the visitor has
     * another open conversation with that department.
     */
    @AllowedTo(Circle.STAFF)
    record TransferTo(ConversationId conversation, Transfer to, String id) implements ConversationCommand<Entry> {}

    /**
     * Ends an open conversation, by a {@link EntryKind#CLOSED} entry. CLOSED when somebody else closed it before.
     *
     * @param reason for the log, or null; at most 200 UTF-16 units
     */
    @AllowedTo(Circle.EVERYBODY)
    record Close(ConversationId conversation, String reason, String id) implements ConversationCommand<Entry> {}

    /**
     * Continues a closed conversation, by a {@link EntryKind#REOPENED} entry: with its last owner when they are there,
     * willing and have room, else in the queue of its department or of that one's fallback. For its visitor, its last
     * owner, and supervisors. CONFLICT when it is open, or the visitor has another open conversation with the
     * department; CLOSED when it was merged or ended more than {@code parley.reopen.hours} ago; UNREACHABLE when nobody
     * is there and the visitor may not wait; FORBIDDEN for a blocked visitor.
     */
    @AllowedTo(Circle.EVERYBODY)
    record Reopen(ConversationId conversation, String id) implements ConversationCommand<Entry> {}

    /**
     * Changes tags and priority. An {@link EntryKind#ROUTING} entry in the internal log tells who did, unless nothing
     * changed. For the owner and supervisors; FORBIDDEN for other staff. INVALID for the tags.
     *
     * @param labels tags are stored in lower case, each once; at most 10 of 1 to 32 letters, digits, hyphens,
     *     underscores
     */
    @AllowedTo(Circle.STAFF)
    record Label(ConversationId conversation, Labels labels) implements ConversationCommand<Conversation> {}

    /** How far a participant has come in the public log. */
    sealed interface Progress extends ConversationCommand<Void> {
        ConversationId conversation();

        /** A lower number than before, or a number beyond the log's head, changes nothing. */
        long seq();
    }

    /** A device of the participant has everything up to {@code seq}. */
    @AllowedTo(Circle.EVERYBODY)
    record Delivered(ConversationId conversation, long seq) implements Progress {}

    /** The participant has seen everything up to {@code seq}; so it is delivered too. */
    @AllowedTo(Circle.EVERYBODY)
    record Read(ConversationId conversation, long seq) implements Progress {}

    /**
     * Merges an open conversation into another open one of the same visitor, and gives back the
     * {@link EntryKind#MERGED} entry of the one {@code into}. A merge is a redirect, never a copy (ADR-0023): both logs
     * stay as they are, and what is written to the merged conversation goes into the other one. The merged one is
     * closed. When only it has an owner, that operator owns the other from now on. For the owner of both; the owner of
     * one, while the other waits in a department that they serve; supervisors. INVALID for a merge into itself or with
     * another visitor's conversation, FORBIDDEN for staff who may see but not merge them, CONFLICT when one of them is
     * merged already or has been merged with {@link #MOST_MERGED} others, CLOSED when one is closed.
     */
    @AllowedTo(Circle.STAFF)
    record Merge(ConversationId conversation, ConversationId into, String id) implements ConversationCommand<Entry> {}

    /**
     * Undoes a merge, by a {@link EntryKind#REOPENED} entry: the conversation gets back its owner, or its place in the
     * queue. What was written meanwhile stays where it is. For the owner of either and supervisors. CONFLICT when it is
     * not merged, was merged more than {@code parley.merge.undo} seconds ago, or the visitor has another open
     * conversation with its department.
     */
    @AllowedTo(Circle.STAFF)
    record Unmerge(ConversationId conversation, String id) implements ConversationCommand<Entry> {}

    /**
     * Gives an anonymous visitor's conversations to the known visitor who they have proved to be. When the known one
     * has an open conversation with the same department, the anonymous one is merged into it. The caller is the
     * anonymous visitor, by a valid token. Nothing happens for a caller who is a known visitor, or of another site.
     *
     * @param proven the visitor for whom the site has vouched
     */
    @AllowedTo(Circle.VISITORS)
    record Adopt(VisitorId proven) implements ConversationCommand<Void> {}
}
