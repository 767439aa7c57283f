package org.parley.ejb.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** An attempt to invite a visitor who was not there. Neither visitor nor operator is kept. */
@Entity
@Table(name = "invitation_missed")
public class MissedInvitationRow {
    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "created_on")
    private String createdOn;

    protected MissedInvitationRow() {}

    MissedInvitationRow(UUID id, String site, String createdOn) {
        this.id = id;
        this.site = site;
        this.createdOn = createdOn;
    }
}
