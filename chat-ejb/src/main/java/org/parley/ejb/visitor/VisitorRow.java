package org.parley.ejb.visitor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.parley.api.conversation.Participant;
import org.parley.api.visitor.Visitor;
import org.parley.api.visitor.VisitorId;
import org.parley.ejb.database.JsonText;

@Entity
@Table(name = "visitor")
public class VisitorRow {
    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    private String subject;
    private String name;

    /** A JSON object of strings. */
    private String attributes;

    @Column(name = "request_key")
    private String requestKey;

    /** A hash; null when the browser sent no secret. */
    private String browser;

    @Column(name = "created_at")
    private Instant createdAt;

    private int vip;

    protected VisitorRow() {}

    VisitorRow(VisitorId id, String site, String subject, Instant createdAt) {
        this.id = id.value();
        this.site = site;
        this.subject = subject;
        this.createdAt = createdAt;
    }

    /** @param request by which a repeat of this visitor's request is known; null when it cannot be */
    void askedBy(String request) {
        requestKey = request;
    }

    /** @param hash null when the browser sent no secret */
    void comeFrom(String hash) {
        if (hash != null) {
            browser = hash;
        }
    }

    /** A hash of the browser's secret; null when it sent none. */
    public String browser() {
        return browser;
    }

    void describe(String newName, String newAttributes) {
        name = newName;
        attributes = newAttributes;
    }

    void changeVip(int level) {
        vip = level;
    }

    /** Usually 0; higher for a proven visitor who is more important to the host. */
    public int vip() {
        return vip;
    }

    /** Whether no site has vouched for who it is. */
    public boolean isAnonymous() {
        return subject == null;
    }

    public VisitorId id() {
        return new VisitorId(id);
    }

    public String site() {
        return site;
    }

    public String name() {
        return name;
    }

    String attributes() {
        return attributes;
    }

    public Participant asParticipant() {
        return toVisitor().asParticipant();
    }

    Visitor toVisitor() {
        return new Visitor(id(), site, subject, name, JsonText.parse(attributes), createdAt);
    }
}
