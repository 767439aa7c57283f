package org.parley.ejb.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

@Entity
@Table(name = "ended_session")
public class EndedSessionRow {
    @Id
    private String id;

    @Column(name = "until_at")
    private Instant until;

    protected EndedSessionRow() {}

    EndedSessionRow(String id, Instant until) {
        this.id = id;
        this.until = until;
    }
}
