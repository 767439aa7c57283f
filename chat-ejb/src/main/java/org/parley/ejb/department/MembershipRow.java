package org.parley.ejb.department;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;
import java.util.UUID;
import org.parley.api.department.DepartmentId;
import org.parley.api.department.Membership;
import org.parley.api.operator.OperatorId;

/** An operator serves a department. */
@Entity
@Table(name = "operator_department")
@IdClass(MembershipRow.Key.class)
public class MembershipRow {
    @Id
    @Column(name = "operator_id")
    private UUID operator;

    @Id
    @Column(name = "department_id")
    private UUID department;

    private int skill;

    protected MembershipRow() {}

    MembershipRow(OperatorId operator, Membership membership) {
        this.operator = operator.value();
        this.department = membership.department().value();
        this.skill = membership.skill();
    }

    public OperatorId operator() {
        return new OperatorId(operator);
    }

    public DepartmentId department() {
        return new DepartmentId(department);
    }

    public int skill() {
        return skill;
    }

    void changeSkill(int newSkill) {
        skill = newSkill;
    }

    Membership toMembership() {
        return new Membership(department(), skill);
    }

    /** The primary key. */
    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        private UUID operator;
        private UUID department;

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && operator.equals(key.operator) && department.equals(key.department);
        }

        @Override
        public int hashCode() {
            return Objects.hash(operator, department);
        }
    }
}
