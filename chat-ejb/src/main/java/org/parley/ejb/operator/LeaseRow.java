package org.parley.ejb.operator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.parley.api.operator.OperatorId;

/** Until when an operator counts as reachable by a node. */
@Entity
@Table(name = "presence_lease")
@IdClass(LeaseRow.Key.class)
public class LeaseRow {
    @Id
    @Column(name = "operator_id")
    private UUID operator;

    @Id
    private String node;

    @Column(name = "until_at")
    private long until;

    protected LeaseRow() {}

    LeaseRow(OperatorId operator, String node) {
        this.operator = operator.value();
        this.node = node;
    }

    OperatorId operator() {
        return new OperatorId(operator);
    }

    void last(Instant end) {
        until = end.toEpochMilli();
    }

    public static class Key implements Serializable {
        private static final long serialVersionUID = 1L;

        UUID operator;
        String node;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && operator.equals(key.operator) && node.equals(key.node);
        }

        @Override
        public int hashCode() {
            return Objects.hash(operator, node);
        }
    }
}
