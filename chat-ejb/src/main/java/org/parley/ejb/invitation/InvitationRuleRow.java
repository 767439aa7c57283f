package org.parley.ejb.invitation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.parley.api.department.DepartmentId;
import org.parley.api.invitation.InvitationRule;
import org.parley.api.invitation.InvitationRule.Conditions;
import org.parley.ejb.database.JsonText;

@Entity
@Table(name = "invitation_rule")
public class InvitationRuleRow {
    @Id
    private UUID id;

    @Column(name = "site_id")
    private String site;

    private String name;
    private boolean enabled;

    @Column(name = "rule_rank")
    private int rank;

    @Column(name = "department_id")
    private UUID department;

    private String conditions;
    private String texts;

    protected InvitationRuleRow() {}

    InvitationRuleRow(UUID id, String site) {
        this.id = id;
        this.site = site;
    }

    void apply(InvitationRule rule, DepartmentId departmentId) {
        name = rule.name();
        enabled = rule.enabled();
        rank = rule.rank();
        department = departmentId.value();
        conditions = JsonText.of(said(rule.when()));
        texts = JsonText.of(rule.texts());
    }

    String site() {
        return site;
    }

    DepartmentId department() {
        return new DepartmentId(department);
    }

    InvitationRule toRule(String departmentKey) {
        return new InvitationRule(
                id, site, name, enabled, rank, departmentKey, heard(JsonText.parse(conditions)), JsonText.parse(texts));
    }

    private static Map<String, String> said(Conditions when) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("page", when.page());
        all.put("seconds", when.seconds());
        all.put("pages", when.pages());
        all.put("returning", when.returning());
        all.put("attribute", when.attribute());
        all.put("value", when.value());
        all.put("from", when.from());
        all.put("to", when.to());
        Map<String, String> said = new LinkedHashMap<>();
        all.forEach((field, value) -> {
            if (value != null) {
                said.put(field, value.toString());
            }
        });
        return said;
    }

    private static Conditions heard(Map<String, String> said) {
        return new Conditions(
                said.get("page"),
                number(said.get("seconds")),
                number(said.get("pages")),
                said.containsKey("returning") ? Boolean.valueOf(said.get("returning")) : null,
                said.get("attribute"),
                said.get("value"),
                said.get("from"),
                said.get("to"));
    }

    private static Integer number(String text) {
        return text == null ? null : Integer.valueOf(text);
    }
}
