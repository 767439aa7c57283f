package org.parley.ejb.conversation.row;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.parley.api.conversation.Handling;
import org.parley.api.conversation.Offer;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.conversation.PassedOn;
import org.parley.api.conversation.Priority;
import org.parley.ejb.database.JsonText;

/** How staff handles a conversation, as columns of its row. */
@Embeddable
public class HandlingPart {
    @Column(name = "queued_at")
    private Long queuedAt;

    @Column(name = "responded_at")
    private Long respondedAt;

    @Column(name = "accepted_at")
    private Long acceptedAt;

    @Enumerated(EnumType.ORDINAL)
    private Priority priority = Priority.NORMAL;

    private String tags = "";
    private String language;

    /** A JSON object of strings; null when empty. */
    private String form;

    @Column(name = "left_message")
    private boolean leftMessage;

    @Column(name = "offered_to")
    private String offeredTo;

    @Column(name = "offered_name")
    private String offeredName;

    @Column(name = "offered_until")
    private Long offeredUntil;

    @Column(name = "passed_by")
    private String passedBy;

    @Column(name = "passed_name")
    private String passedName;

    @Column(name = "passed_note")
    private String passedNote;

    protected HandlingPart() {}

    HandlingPart(Instant queuedAt) {
        this.queuedAt = queuedAt.toEpochMilli();
    }

    /** Keeps what the visitor told at the start. */
    void describe(Map<String, String> answers, String spoken, boolean left) {
        form = answers.isEmpty() ? null : JsonText.of(answers);
        language = spoken;
        leftMessage = left;
    }

    void leave(Map<String, String> answers) {
        Map<String, String> all = new HashMap<>(form());
        all.putAll(answers);
        describe(all, language, true);
    }

    Map<String, String> form() {
        return JsonText.parse(form);
    }

    /** It no longer waits. */
    void leaveQueue() {
        queuedAt = null;
        withdrawOffer();
        passOn(null);
    }

    /** Only the first time counts. */
    void accepted(Instant at) {
        if (acceptedAt == null) {
            acceptedAt = at.toEpochMilli();
        }
    }

    void enterQueue(Instant since) {
        queuedAt = since.toEpochMilli();
    }

    void offer(Participant operator, Instant until) {
        offeredTo = operator.id();
        offeredName = operator.name();
        offeredUntil = until.toEpochMilli();
    }

    /** @param how null without a transfer */
    void passOn(PassedOn how) {
        passedBy = how == null ? null : how.by().id();
        passedName = how == null ? null : how.by().name();
        passedNote = how == null ? null : how.note();
    }

    void withdrawOffer() {
        offeredTo = null;
        offeredName = null;
        offeredUntil = null;
    }

    void label(List<String> newTags, Priority newPriority) {
        if (newTags != null) {
            tags = String.join(" ", newTags);
        }
        if (newPriority != null) {
            priority = newPriority;
        }
    }

    /** Null while no single operator is asked. */
    Participant offeredTo() {
        return offeredTo == null ? null : new Participant(ParticipantKind.OPERATOR, offeredTo, offeredName);
    }

    Handling toHandling(MergePart merging) {
        return new Handling(
                time(queuedAt),
                time(respondedAt),
                priority,
                Tags.of(tags),
                language,
                offeredTo == null ? null : new Offer(offeredTo(), time(offeredUntil), passedOn()),
                merging.target(),
                merging.sources(),
                leftMessage);
    }

    private PassedOn passedOn() {
        return passedBy == null
                ? null
                : new PassedOn(new Participant(ParticipantKind.OPERATOR, passedBy, passedName), passedNote);
    }

    private static Instant time(Long millis) {
        return millis == null ? null : Instant.ofEpochMilli(millis);
    }
}
