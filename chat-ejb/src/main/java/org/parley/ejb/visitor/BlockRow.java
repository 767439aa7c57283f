package org.parley.ejb.visitor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.visitor.Block;

@Entity
@Table(name = "visitor_block")
public class BlockRow {
    @Id
    @Column(name = "visitor_id")
    private UUID visitor;

    @Column(name = "visitor_name")
    private String visitorName;

    @Column(name = "site_id")
    private String site;

    private String reason;

    @Column(name = "operator_id")
    private String operatorId;

    @Column(name = "operator_name")
    private String operatorName;

    @Column(name = "blocked_at")
    private Instant blockedAt;

    @Column(name = "until_at")
    private Instant until;

    /** The hash of the visitor's browser at the time of the block; null when unknown. */
    private String browser;

    protected BlockRow() {}

    /** @param browser from which the visitor came, or null */
    public BlockRow(Block block, String browser) {
        this.browser = browser;
        visitor = block.visitor().visitorId().value();
        visitorName = block.visitor().name();
        site = block.site();
        reason = block.reason();
        operatorId = block.by().id();
        operatorName = block.by().name();
        blockedAt = block.since();
        until = block.until();
    }

    public Block toBlock() {
        return new Block(
                new Participant(ParticipantKind.VISITOR, visitor.toString(), visitorName),
                site,
                reason,
                new Participant(ParticipantKind.OPERATOR, operatorId, operatorName),
                blockedAt,
                until);
    }
}
