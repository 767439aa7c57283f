package org.parley.ejb.conversation.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationCommand;
import org.parley.api.conversation.ConversationCommand.Merge;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Participant;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;
import org.parley.ejb.conversation.handover.Assignments;
import org.parley.ejb.conversation.handover.Handover;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.row.ConversationRow;

/** Merges conversations, within the caller's transaction (ADR-0023). */
@ApplicationScoped
class Merging implements Doer<Merge, Entry> {
    @Inject
    ConversationRows rows;

    @Inject
    Handover handover;

    @Inject
    Assignments assignments;

    @Inject
    LogWriter writer;

    @Inject
    Clock clock;

    @Override
    public Class<Merge> command() {
        return Merge.class;
    }

    @Override
    public String key(Caller staff, Merge merge) {
        return merge.conversation().toString();
    }

    @Override
    public Entry run(Caller staff, Merge merge) {
        ConversationId conversation = merge.conversation();
        ConversationId into = merge.into();
        if (conversation.equals(into)) {
            throw ChatException.invalid("into", "A conversation cannot be merged into itself.");
        }
        Map<ConversationId, ConversationRow> locked = new TreeMap<>();
        Stream.of(conversation, into).sorted().forEach(one -> locked.put(one, rows.lock(one)));
        ConversationRow from = locked.get(conversation);
        ConversationRow to = locked.get(into);
        Optional<Entry> earlier = writer.earlier(into, staff.participant(), merge.id());
        if (earlier.isPresent()) {
            return repeated(earlier.get(), conversation);
        }
        requireRight(staff, from.toConversation(), to.toConversation());
        requireMergeable(from, to);
        return merge(from, to, staff.participant(), merge.id());
    }

    /** Both rows are locked, open, and of one visitor. */
    Entry merge(ConversationRow from, ConversationRow to, Participant author, String id) {
        Participant owner = from.toConversation().owner();
        if (owner != null && to.toConversation().owner() == null) {
            handover.take(to, owner, Map.of());
        }
        Participant asked = assignments.withdraw(from);
        from.mergeInto(to, clock.instant());
        Entry gone = writer.append(
                from, EntryKind.MERGED, author, null, id, Map.of("into", to.id().toString()));
        Entry came = writer.append(
                to, EntryKind.MERGED, author, null, id, Map.of("from", from.id().toString()));
        writer.announce(from, gone);
        writer.announceChange(from.toConversation(), asked);
        writer.announceChange(to.toConversation());
        writer.announce(to, came);
        return came;
    }

    private Entry repeated(Entry earlier, ConversationId conversation) {
        if (!conversation.toString().equals(earlier.data().get("from"))) {
            throw new ChatException(ErrorCode.CONFLICT, "This id was given to another command. Nothing was changed.");
        }
        return writer.sameKind(earlier, EntryKind.MERGED);
    }

    private void requireRight(Caller staff, Conversation from, Conversation to) {
        if (!rows.maySee(staff, from) || !rows.maySee(staff, to)) {
            throw ChatException.notFound("conversation");
        }
        boolean ownsFrom = staff.participant().is(from.owner());
        boolean ownsTo = staff.participant().is(to.owner());
        boolean may = ownsFrom && ownsTo || ownsFrom && isQueued(to) || ownsTo && isQueued(from);
        if (!may && !staff.oversees()) {
            throw ChatException.forbidden("Accept the conversation first; then you can merge it.");
        }
    }

    private static boolean isQueued(Conversation conversation) {
        return conversation.status() == ConversationStatus.QUEUED;
    }

    private static void requireMergeable(ConversationRow from, ConversationRow to) {
        if (!from.toConversation().visitor().is(to.toConversation().visitor())) {
            throw ChatException.invalid("into", "Only conversations of the same visitor can be merged.");
        }
        if (from.merging().target() != null || to.merging().target() != null) {
            throw new ChatException(ErrorCode.CONFLICT, "One of them is merged already. Nothing was changed.");
        }
        ConversationRows.requireOpen(from.toConversation());
        ConversationRows.requireOpen(to.toConversation());
        if (from.merging().everMergedWith().size()
                        + to.merging().everMergedWith().size()
                        + 2
                > ConversationCommand.MOST_MERGED) {
            throw new ChatException(
                    ErrorCode.CONFLICT,
                    "A conversation can be merged with " + ConversationCommand.MOST_MERGED + " others at most.");
        }
    }
}
