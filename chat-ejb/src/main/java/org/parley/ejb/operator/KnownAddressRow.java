package org.parley.ejb.operator;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An account has signed in from an address. */
@Entity
@Table(name = "known_address")
public class KnownAddressRow {
    @Id
    private String id;

    private Instant at;

    protected KnownAddressRow() {}

    KnownAddressRow(String id) {
        this.id = id;
    }

    void seen(Instant now) {
        at = now;
    }

    Instant at() {
        return at;
    }
}
