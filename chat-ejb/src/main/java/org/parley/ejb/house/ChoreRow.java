package org.parley.ejb.house;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** What one node does for all, and when it is to be done next. */
@Entity
@Table(name = "chore")
public class ChoreRow {
    @Id
    private String name;

    @Column(name = "due_at")
    private long due;

    protected ChoreRow() {}
}
