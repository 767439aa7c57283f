package org.parley.ejb.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The epoch that all valid sessions share; one row. */
@Entity
@Table(name = "session_epoch")
public class SessionEpochRow {
    static final int ONLY = 1;

    @Id
    private int id;

    private String epoch;

    @Column(name = "began_at")
    private Instant beganAt;

    protected SessionEpochRow() {}

    /** Begins another epoch, which ends all sessions. */
    void begin(String newEpoch, Instant now) {
        epoch = newEpoch;
        beganAt = now;
    }

    /** The value that tokens of logins have to name. */
    public String epoch() {
        return epoch;
    }

    public Instant began() {
        return beganAt;
    }
}
