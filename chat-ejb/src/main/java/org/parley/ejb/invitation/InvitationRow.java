package org.parley.ejb.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.invitation.Invitation;
import org.parley.api.invitation.InvitationMode;
import org.parley.api.invitation.InvitationState;
import org.parley.api.visitor.VisitorId;

/** An invitation. Each move holds the row's lock, so it only moves forward. */
@Entity
@Table(name = "invitation")
public class InvitationRow {
    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "visitor_id")
    private UUID visitorId;

    @Column(name = "visitor_name")
    private String visitorName;

    @Column(name = "department_id")
    private UUID departmentId;

    @Column(name = "department_name")
    private String departmentName;

    @Enumerated(EnumType.STRING)
    @Column(name = "author_kind")
    private ParticipantKind authorKind;

    @Column(name = "author_id")
    private String authorId;

    @Column(name = "author_name")
    private String authorName;

    @Column(name = "client_id")
    private String clientId;

    @Enumerated(EnumType.STRING)
    private InvitationMode mode;

    @Enumerated(EnumType.STRING)
    private InvitationState state;

    private String text;

    @Column(name = "conversation_id")
    private String conversation;

    @Column(name = "created_on")
    private String createdOn;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "expires_at")
    private Instant expiresAt;

    @Column(name = "delivered_at")
    private Instant deliveredAt;

    @Column(name = "shown_at")
    private Instant shownAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected InvitationRow() {}

    /** @param clientId the author's own for this invitation */
    InvitationRow(
            UUID id, Participant visitor, Department department, Participant author, String clientId, Offer offer) {
        this.id = id;
        this.site = department.site();
        this.visitorId = visitor.visitorId().value();
        this.visitorName = visitor.name();
        this.departmentId = department.id().value();
        this.departmentName = department.name();
        this.authorKind = author.kind();
        this.authorId = author.id();
        this.authorName = author.name();
        this.clientId = clientId;
        this.mode = offer.mode();
        this.state = InvitationState.QUEUED;
        this.text = offer.text();
        this.createdOn = LocalDate.ofInstant(offer.now(), ZoneOffset.UTC).toString();
        this.createdAt = offer.now();
        this.expiresAt = offer.expires();
    }

    /** The content of an invitation, and its time. */
    record Offer(InvitationMode mode, String text, Instant now, Instant expires) {}

    /** @return whether that was a step forward */
    boolean move(InvitationState next, Instant now) {
        if (!state.mayBecome(next)) {
            return false;
        }
        state = next;
        if (next != InvitationState.EXPIRED && deliveredAt == null) {
            deliveredAt = now;
        }
        // A visitor has seen what they answer or dismiss.
        if (next != InvitationState.EXPIRED && next != InvitationState.DELIVERED && shownAt == null) {
            shownAt = now;
        }
        if (!next.isOpen()) {
            endedAt = now;
        }
        return true;
    }

    void setConversation(ConversationId newConversation) {
        conversation = newConversation.toString();
    }

    InvitationState state() {
        return state;
    }

    boolean isWish(VisitorId visitor, InvitationMode otherMode, String otherText) {
        return visitorId.equals(visitor.value()) && mode == otherMode && text.equals(otherText);
    }

    Invitation toInvitation() {
        return new Invitation(
                id,
                site,
                new Participant(ParticipantKind.VISITOR, visitorId.toString(), visitorName),
                new DepartmentId(departmentId),
                departmentName,
                new Participant(authorKind, authorId, authorName),
                mode,
                state,
                text,
                conversation == null ? null : ConversationId.of(conversation),
                createdAt,
                expiresAt);
    }
}
