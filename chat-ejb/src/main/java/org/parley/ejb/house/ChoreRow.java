package org.parley.ejb.house;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A task that one node does for all, and when it is due next. */
@Entity
@Table(name = "chore")
public class ChoreRow {
    @Id
    private String name;

    @Column(name = "due_at")
    private long due;

    protected ChoreRow() {}
}
