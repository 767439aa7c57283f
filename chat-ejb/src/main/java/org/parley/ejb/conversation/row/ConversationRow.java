package org.parley.ejb.conversation.row;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.conversation.PassedOn;
import org.parley.api.conversation.Priority;
import org.parley.api.department.Department;
import org.parley.api.department.DepartmentId;
import org.parley.api.visitor.VisitorId;

/**
 * A conversation's head. Every writer of its logs locks this row first, so numbers have no gaps. Names of people and
 * department are copied into it, so that a message costs no join.
 */
@Entity
@Table(name = "conversation")
public class ConversationRow {
    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "department_id")
    private UUID departmentId;

    @Column(name = "department_name")
    private String departmentName;

    @Column(name = "visitor_id")
    private UUID visitorId;

    @Column(name = "visitor_name")
    private String visitorName;

    @Column(name = "owner_id")
    private String ownerId;

    @Column(name = "owner_name")
    private String ownerName;

    @Enumerated(EnumType.STRING)
    private ConversationStatus status;

    @Column(name = "open_slot")
    private String openSlot;

    private String subject;

    @Column(name = "public_head")
    private long publicHead;

    @Column(name = "internal_head")
    private long internalHead;

    @Column(name = "opened_at")
    private long openedAt;

    @Column(name = "closed_at")
    private Long closedAt;

    private long version;

    /** The highest number of its entries, see {@link org.parley.ejb.time.WriteTimes}. */
    private long written;

    @Embedded
    private HandlingPart handling;

    @Embedded
    private MergePart merging;

    /** Null unless it was transferred and nobody has taken it yet. */
    @Embedded
    private WayBackPart wayBack;

    protected ConversationRow() {}

    public ConversationRow(ConversationId id, Department department, Participant visitor, Instant openedAt) {
        this.id = id.value();
        this.site = department.site();
        this.departmentId = department.id().value();
        this.departmentName = department.name();
        this.visitorId = visitor.visitorId().value();
        this.visitorName = visitor.name();
        this.status = ConversationStatus.QUEUED;
        this.openSlot = slot();
        this.openedAt = openedAt.toEpochMilli();
        this.handling = new HandlingPart(openedAt);
        this.merging = MergePart.none();
    }

    /** The value that is unique among open conversations; a visitor belongs to one site. */
    public static String slot(Participant visitor, DepartmentId department) {
        return visitor.id() + "/" + department;
    }

    private String slot() {
        return slot(toVisitor(), new DepartmentId(departmentId));
    }

    private Participant toVisitor() {
        return new Participant(ParticipantKind.VISITOR, visitorId.toString(), visitorName);
    }

    /** The next number of a log; the caller holds the row's lock. */
    public long advance(EntryLog log) {
        version++;
        return log == EntryLog.PUBLIC ? ++publicHead : ++internalHead;
    }

    public long written() {
        return written;
    }

    public void wrote(long number) {
        written = number;
    }

    public void assignTo(Participant operator, Instant at) {
        version++;
        handling.accepted(at);
        ownerId = operator.id();
        ownerName = operator.name();
        status = ConversationStatus.ACTIVE;
        handling.leaveQueue();
        wayBack = null;
    }

    /** Puts it back into its department's queue, without an owner. */
    public void queue(Instant since) {
        version++;
        ownerId = null;
        ownerName = null;
        status = ConversationStatus.QUEUED;
        handling.enterQueue(since);
    }

    /** Offers it, while it is queued, to one operator. */
    public void offer(Participant operator, Instant until) {
        version++;
        handling.offer(operator, until);
    }

    public void withdrawOffer() {
        version++;
        handling.withdrawOffer();
    }

    /** @param department of the same site */
    public void moveTo(Department department) {
        version++;
        departmentId = department.id().value();
        departmentName = department.name();
        openSlot = slot();
    }

    /** Keeps the transfer behind an offer. */
    public void passOn(PassedOn how) {
        handling.passOn(how);
    }

    public void goBackTo(WayBackPart there) {
        wayBack = there;
    }

    /** Null while no single operator is asked. */
    public Participant offeredTo() {
        return handling.offeredTo();
    }

    public WayBackPart wayBack() {
        return wayBack;
    }

    /** When it goes back to the sender of its transfer; null for never. */
    public Instant returns() {
        return wayBack == null ? null : wayBack.at();
    }

    public void close(Instant at) {
        version++;
        status = ConversationStatus.CLOSED;
        closedAt = at.toEpochMilli();
        openSlot = null;
        handling.leaveQueue();
        wayBack = null;
    }

    /** Redirects it to the other one from now on; it keeps its log and its owner. */
    public void mergeInto(ConversationRow other, Instant at) {
        merging.into(other.id(), at, handling.toHandling(merging).queued());
        close(at);
        merging.addEverMerged(other.itselfAndEverMerged());
        other.version++;
        other.merging.addEverMerged(itselfAndEverMerged());
        other.merging.addSources(itselfAndMerged());
    }

    /** Undoes the merge: status, owner and queue are as before. */
    public void stopMerging(Collection<ConversationRow> targets) {
        version++;
        targets.forEach(target -> {
            target.version++;
            target.merging.removeSources(itselfAndMerged());
        });
        status = ownerId == null ? ConversationStatus.QUEUED : ConversationStatus.ACTIVE;
        if (ownerId == null) {
            handling.enterQueue(merging.waitedSince());
        }
        closedAt = null;
        openSlot = slot();
        merging.undo();
    }

    /** Itself and the conversations that go on in it. */
    private List<ConversationId> itselfAndMerged() {
        return Stream.concat(Stream.of(id()), merging.sources().stream()).toList();
    }

    private List<ConversationId> itselfAndEverMerged() {
        return Stream.concat(Stream.of(id()), merging.everMergedWith().stream()).toList();
    }

    /** The conversations with which it was ever merged, and its former visitor. */
    public MergeRelatives relatives() {
        return merging.relatives();
    }

    public MergePart merging() {
        return merging;
    }

    /** Queues it again, as though it had come now. */
    public void reopen(Department department, Instant at) {
        moveTo(department);
        closedAt = null;
        queue(at);
    }

    /** Gives it to the known visitor who its anonymous one proved to be. */
    public void giveTo(Participant visitor) {
        version++;
        merging.keepFormerVisitor(new VisitorId(visitorId));
        visitorId = visitor.visitorId().value();
        visitorName = visitor.name();
        openSlot = isOpen() ? slot() : null;
    }

    /** @return whether the visitor's name changed */
    public boolean callVisitor(String name) {
        boolean another = !Objects.equals(name, visitorName);
        if (another) {
            visitorName = name;
            version++;
        }
        return another;
    }

    /** Null keeps a label. */
    public void label(List<String> tags, Priority priority) {
        version++;
        handling.label(tags, priority);
    }

    /** @return whether the conversation got a subject */
    public boolean setSubjectIfNone(String words) {
        String line = subject == null ? Subject.of(words) : null;
        if (line != null) {
            subject = line;
            version++;
        }
        return line != null;
    }

    /** Keeps what the visitor told at the start. */
    public void describe(Map<String, String> form, String language, boolean leftMessage) {
        handling.describe(form, language, leftMessage);
    }

    /** Turns it into a left message; the form says how to answer. */
    public void leave(Map<String, String> form) {
        version++;
        handling.leave(form);
    }

    public Map<String, String> form() {
        return handling.form();
    }

    public ConversationId id() {
        return new ConversationId(id);
    }

    public boolean isOpen() {
        return status != ConversationStatus.CLOSED;
    }

    public Conversation toConversation() {
        return new Conversation(
                id(),
                site,
                new DepartmentId(departmentId),
                departmentName,
                status,
                toVisitor(),
                ownerId == null ? null : new Participant(ParticipantKind.OPERATOR, ownerId, ownerName),
                subject,
                publicHead,
                internalHead,
                Instant.ofEpochMilli(openedAt),
                closedAt == null ? null : Instant.ofEpochMilli(closedAt),
                version,
                handling.toHandling(merging));
    }
}
