package org.parley.ejb.operator;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.api.operator.Membership;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorSettings;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.security.Role;

@Entity
@Table(name = "operator")
public class OperatorRow {
    /** The issuer of built-in accounts. */
    public static final String BUILT_IN = "";

    @Id
    private UUID id;

    private String issuer;
    private String username;
    private String name;

    @Column(name = "password_hash")
    private String passwordHash;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Enumerated(EnumType.STRING)
    private OperatorStatus status;

    private Integer capacity;

    /** BCP 47, separated by blanks, which cannot stand in a tag. */
    private String languages = "";

    @Column(name = "last_assigned_at")
    private Long lastAssignedAt;

    protected OperatorRow() {}

    OperatorRow(UUID id, String issuer, String username, String name, Role role) {
        this.id = id;
        this.issuer = issuer;
        this.username = username;
        this.name = name;
        this.role = role;
        this.status = OperatorStatus.ACCEPTING;
    }

    void update(String newName, Role newRole) {
        name = newName;
        role = newRole;
    }

    void changeStatus(OperatorStatus newStatus) {
        status = newStatus;
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    void apply(OperatorSettings settings) {
        capacity = settings.capacity();
        languages = String.join(" ", settings.languages());
    }

    public UUID id() {
        return id;
    }

    /** How many conversations routing gives them at once. */
    public int capacity(int initial) {
        return capacity == null ? initial : capacity;
    }

    /** BCP 47, the best first; maybe empty. */
    public List<String> languages() {
        return languages.isEmpty() ? List.of() : List.of(languages.split(" "));
    }

    /** When they were last given a conversation, or asked to take one; null for never. */
    public Instant lastAssigned() {
        return lastAssignedAt == null ? null : Instant.ofEpochMilli(lastAssignedAt);
    }

    OperatorSettings toSettings(List<Membership> departments) {
        return new OperatorSettings(capacity, languages(), departments);
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Operator toOperator() {
        return new Operator(id, username, issuer.equals(BUILT_IN) ? null : issuer, name, role, status);
    }
}
