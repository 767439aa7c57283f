package org.parley.ejb.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** What all sessions that count have in common; one row. */
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

    /** Another one: no session from before counts. */
    void begin(String newEpoch, Instant now) {
        epoch = newEpoch;
        beganAt = now;
    }

    /** What the tokens of logins have to name. */
    public String epoch() {
        return epoch;
    }

    public Instant began() {
        return beganAt;
    }
}
