package org.parley.ejb.conversation.row;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.department.DepartmentId;

/** Where a transferred conversation returns when nobody takes it, as columns of its row. */
@Embeddable
public class WayBackPart {
    @Column(name = "returns_to")
    private String operator;

    @Column(name = "returns_name")
    private String operatorName;

    @Column(name = "returns_department")
    private String department;

    @Column(name = "returns_at")
    private Long at;

    protected WayBackPart() {}

    /** After a transfer to an operator; it returns as soon as they let it pass. */
    public static WayBackPart fromOperator(Participant sender, DepartmentId department) {
        return new WayBackPart(sender, department, null);
    }

    /** After a transfer to a department; it waits in the queue until then. */
    public static WayBackPart fromDepartment(Participant sender, DepartmentId department, Instant at) {
        return new WayBackPart(sender, department, at.toEpochMilli());
    }

    private WayBackPart(Participant sender, DepartmentId department, Long at) {
        this.operator = sender.id();
        this.operatorName = sender.name();
        this.department = department.toString();
        this.at = at;
    }

    public Participant sender() {
        return new Participant(ParticipantKind.OPERATOR, operator, operatorName);
    }

    public DepartmentId department() {
        return DepartmentId.of(department);
    }

    /** Whether one operator decides, and not a time. */
    public boolean isFromOperator() {
        return at == null;
    }

    /** The time; null when one operator decides. */
    Instant at() {
        return at == null ? null : Instant.ofEpochMilli(at);
    }

    public boolean isDue(Instant now) {
        return at != null && at <= now.toEpochMilli();
    }
}
