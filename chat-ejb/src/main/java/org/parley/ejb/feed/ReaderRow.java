package org.parley.ejb.feed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A reader of all logs, how far it has come, and which node reads for it. */
@Entity
@Table(name = "entry_reader")
public class ReaderRow {
    @Id
    private String name;

    /** The highest number that was read. */
    private long place;

    private String node;

    @Column(name = "held_until")
    private long heldUntil;

    protected ReaderRow() {}

    ReaderRow(String name, long place, String node) {
        this.name = name;
        this.place = place;
        this.node = node;
    }

    long place() {
        return place;
    }
}
