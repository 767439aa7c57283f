package org.parley.ejb.canned;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.parley.api.canned.CannedReply;
import org.parley.api.department.DepartmentId;

@Entity
@Table(name = "canned_reply")
public class CannedReplyRow {
    /** The department of replies for the whole site; null would not be unique. */
    private static final String ALL = "";

    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    @Column(name = "department_id")
    private String department;

    private String shortcut;
    private String language;

    @Column(name = "reply_text")
    private String text;

    protected CannedReplyRow() {}

    CannedReplyRow(CannedReply reply) {
        this.id = reply.id();
        apply(reply);
    }

    static String place(DepartmentId department) {
        return department == null ? ALL : department.toString();
    }

    final void apply(CannedReply reply) {
        site = reply.site();
        department = place(reply.department());
        shortcut = reply.shortcut();
        language = reply.language();
        text = reply.text();
    }

    UUID id() {
        return id;
    }

    CannedReply toReply() {
        return new CannedReply(
                id, site, department.equals(ALL) ? null : DepartmentId.of(department), shortcut, language, text);
    }
}
