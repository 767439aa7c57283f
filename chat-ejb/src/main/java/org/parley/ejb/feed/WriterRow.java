package org.parley.ejb.feed;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A node that writes entries, and how far its transactions have ended. */
@Entity
@Table(name = "entry_writer")
public class WriterRow {
    @Id
    private String node;

    private long settled;

    @Column(name = "told_at")
    private long toldAt;

    protected WriterRow() {}

    WriterRow(String node) {
        this.node = node;
    }

    /** Every transaction of the node that wrote a lower number has ended. */
    void tell(long newSettled, Instant now) {
        settled = newSettled;
        toldAt = now.toEpochMilli();
    }
}
