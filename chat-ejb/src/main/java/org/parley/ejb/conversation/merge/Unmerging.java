package org.parley.ejb.conversation.merge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationCommand.Unmerge;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.EntryKind;
import org.parley.api.conversation.Participant;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Caller;
import org.parley.ejb.command.Doer;
import org.parley.ejb.conversation.log.ConversationRows;
import org.parley.ejb.conversation.log.LogWriter;
import org.parley.ejb.conversation.log.Redirects;
import org.parley.ejb.conversation.row.ConversationRow;

/** Undoes merges, within the caller's transaction (ADR-0023). */
@ApplicationScoped
class Unmerging implements Doer<Unmerge, Entry> {
    @Inject
    Redirects redirects;

    @Inject
    ConversationRows rows;

    @Inject
    LogWriter writer;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.merge.undo")
    int undoSeconds;

    @Override
    public Class<Unmerge> command() {
        return Unmerge.class;
    }

    @Override
    public String key(Caller staff, Unmerge unmerge) {
        return unmerge.conversation().toString();
    }

    @Override
    public Entry run(Caller staff, Unmerge unmerge) {
        ConversationId conversation = unmerge.conversation();
        // Each conversation in which it goes on has it in its list.
        redirects.withTargets(List.of(conversation)).forEach(one -> rows.lock(one));
        ConversationRow row = rows.lock(conversation);
        // Afterwards it may no longer be the caller's, so a repeat is answered before rights are checked.
        Optional<Entry> earlier = writer.earlier(conversation, staff.participant(), unmerge.id());
        if (earlier.isPresent()) {
            return writer.sameKind(earlier.get(), EntryKind.REOPENED);
        }
        List<ConversationRow> targets = targets(row);
        requireRight(staff, row, targets);
        requireUndoable(row);
        return undo(row, targets, staff.participant(), unmerge.id());
    }

    /** The conversations in which it goes on, locked, nearest first. */
    private List<ConversationRow> targets(ConversationRow row) {
        List<ConversationRow> targets = new ArrayList<>();
        for (ConversationId next = row.merging().target(); next != null; ) {
            ConversationRow target = rows.lock(next);
            targets.add(target);
            next = target.merging().target();
        }
        return targets;
    }

    private void requireRight(Caller staff, ConversationRow row, List<ConversationRow> targets) {
        Conversation conversation = row.toConversation();
        boolean owns = staff.participant().is(conversation.owner())
                || targets.stream()
                        .anyMatch(target ->
                                staff.participant().is(target.toConversation().owner()));
        if (!owns && !staff.oversees()) {
            throw ChatException.notFound("conversation");
        }
    }

    private void requireUndoable(ConversationRow row) {
        if (row.merging().target() == null) {
            throw new ChatException(ErrorCode.CONFLICT, "This conversation is not merged. Nothing was changed.");
        }
        if (row.merging().mergedAt().plusSeconds(undoSeconds).isBefore(clock.instant())) {
            throw new ChatException(ErrorCode.CONFLICT, "It is too late to undo this merge. Nothing was changed.");
        }
        Conversation conversation = row.toConversation();
        if (!rows.isFree(conversation.visitor(), conversation.department())) {
            throw new ChatException(
                    ErrorCode.CONFLICT,
                    "The visitor has another open conversation with " + conversation.departmentName()
                            + " now. Nothing was changed.");
        }
    }

    private Entry undo(ConversationRow row, List<ConversationRow> targets, Participant author, String id) {
        ConversationRow target = targets.get(0);
        row.stopMerging(targets);
        Entry back = writer.append(
                row,
                EntryKind.REOPENED,
                author,
                null,
                id,
                Map.of("from", target.id().toString()));
        Entry left = writer.append(
                target,
                EntryKind.MERGED,
                author,
                null,
                id,
                Map.of("from", row.id().toString(), "undone", "true"));
        writer.announceChange(row.toConversation());
        writer.announce(row, back);
        targets.forEach(one -> writer.announceChange(one.toConversation()));
        writer.announce(target, left);
        return back;
    }
}
