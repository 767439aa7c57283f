package org.parley.ejb.conversation.row;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.parley.api.conversation.ConversationId;
import org.parley.api.visitor.VisitorId;

/** The merges of a conversation, as columns of its row. */
@Embeddable
public class MergePart {
    @Column(name = "merged_into")
    private String target;

    @Column(name = "merged_at")
    private Long mergedAt;

    @Column(name = "waited_since")
    private Long waitedSince;

    @Column(name = "merged_from")
    private String sources = "";

    /** All conversations with which it was ever merged. */
    @Column(name = "kin")
    private String everMerged = "";

    @Column(name = "former_visitor")
    private String formerVisitor;

    protected MergePart() {}

    static MergePart none() {
        return new MergePart();
    }

    void into(ConversationId conversation, Instant at, Instant waiting) {
        target = conversation.toString();
        mergedAt = at.toEpochMilli();
        waitedSince = waiting == null ? null : waiting.toEpochMilli();
    }

    void undo() {
        target = null;
        mergedAt = null;
        waitedSince = null;
    }

    void addSources(Collection<ConversationId> conversations) {
        sources = text(union(sources(), conversations));
    }

    void removeSources(Collection<ConversationId> conversations) {
        sources = text(
                sources().stream().filter(id -> !conversations.contains(id)).toList());
    }

    void addEverMerged(Collection<ConversationId> conversations) {
        everMerged = text(union(everMergedWith(), conversations));
    }

    void keepFormerVisitor(VisitorId visitor) {
        formerVisitor = visitor.toString();
    }

    public ConversationId target() {
        return target == null ? null : ConversationId.of(target);
    }

    /** Null unless it is merged. */
    public Instant mergedAt() {
        return mergedAt == null ? null : Instant.ofEpochMilli(mergedAt);
    }

    /** Null unless it is merged and was queued before. */
    Instant waitedSince() {
        return waitedSince == null ? null : Instant.ofEpochMilli(waitedSince);
    }

    /** The conversations that go on here, also by way of others. */
    List<ConversationId> sources() {
        return ids(sources);
    }

    MergeRelatives relatives() {
        return everMerged.isEmpty() && formerVisitor == null
                ? MergeRelatives.NONE
                : new MergeRelatives(everMergedWith(), formerVisitor);
    }

    public List<ConversationId> everMergedWith() {
        return ids(everMerged);
    }

    private static List<ConversationId> ids(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" ")).map(ConversationId::of).toList();
    }

    private static String text(Collection<ConversationId> ids) {
        return ids.stream().map(ConversationId::toString).collect(Collectors.joining(" "));
    }

    private static Collection<ConversationId> union(
            Collection<ConversationId> some, Collection<ConversationId> others) {
        Set<ConversationId> all = new LinkedHashSet<>(new ArrayList<>(some));
        all.addAll(others);
        return all;
    }
}
