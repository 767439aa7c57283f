package org.parley.ejb.conversation.row;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    void into(UUID conversation, Instant at, Instant waiting) {
        target = conversation.toString();
        mergedAt = at.toEpochMilli();
        waitedSince = waiting == null ? null : waiting.toEpochMilli();
    }

    void undo() {
        target = null;
        mergedAt = null;
        waitedSince = null;
    }

    void addSources(Collection<UUID> conversations) {
        sources = text(union(sources(), conversations));
    }

    void removeSources(Collection<UUID> conversations) {
        sources = text(
                sources().stream().filter(id -> !conversations.contains(id)).toList());
    }

    void addEverMerged(Collection<UUID> conversations) {
        everMerged = text(union(everMergedWith(), conversations));
    }

    void keepFormerVisitor(VisitorId visitor) {
        formerVisitor = visitor.toString();
    }

    public UUID target() {
        return target == null ? null : UUID.fromString(target);
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
    List<UUID> sources() {
        return ids(sources);
    }

    MergeRelatives relatives() {
        return everMerged.isEmpty() && formerVisitor == null
                ? MergeRelatives.NONE
                : new MergeRelatives(everMergedWith(), formerVisitor);
    }

    public List<UUID> everMergedWith() {
        return ids(everMerged);
    }

    private static List<UUID> ids(String text) {
        return text.isEmpty()
                ? List.of()
                : Stream.of(text.split(" ")).map(UUID::fromString).toList();
    }

    private static String text(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    private static Collection<UUID> union(Collection<UUID> some, Collection<UUID> others) {
        Set<UUID> all = new LinkedHashSet<>(new ArrayList<>(some));
        all.addAll(others);
        return all;
    }
}
