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
import org.parley.api.department.Membership;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorId;
import org.parley.api.operator.OperatorSettings;
import org.parley.api.operator.OperatorStatus;
import org.parley.api.security.Role;
import org.parley.api.security.Standing;
import org.parley.ejb.security.SessionEpochRow;

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

    /** The session in which the status was chosen. */
    @Column(name = "status_session")
    private String statusSession;

    private Integer capacity;

    /** BCP 47, separated by blanks, which no tag contains. */
    private String languages = "";

    @Column(name = "last_assigned_at")
    private Long lastAssignedAt;

    private boolean enabled = true;
    private boolean removed;
    private long generation;

    @Column(name = "sessions_from")
    private long sessionsFrom;

    @Column(name = "role_at")
    private long roleAt;

    /** Rises with every change that {@link #toOperator} shows. */
    private long version;

    protected OperatorRow() {}

    OperatorRow(OperatorId id, String issuer, String username, String name, Role role) {
        this.id = id.value();
        this.issuer = issuer;
        this.username = username;
        this.name = name;
        this.role = role;
        this.status = OperatorStatus.AWAY;
    }

    void update(String newName, Role newRole) {
        name = newName;
        role = newRole;
        version++;
    }

    /** Ends all sessions that began before now. */
    void endSessions(Instant now) {
        generation++;
        sessionsFrom = now.toEpochMilli();
    }

    /** Whether a token of that time differs from the row in name or role. */
    boolean isNews(String saidName, Role saidRole, Instant issued) {
        return issued.toEpochMilli() >= roleAt
                && (removed && issued.toEpochMilli() > sessionsFrom || !name.equals(saidName) || role != saidRole);
    }

    /** @return whether it ended the sessions of older tokens */
    boolean bringUpToDate(String saidName, Role saidRole, Instant issued) {
        if (!isNews(saidName, saidRole, issued)) {
            return false; // a newer token came first
        }
        boolean lowered = saidRole.compareTo(role) < 0;
        if (lowered) {
            sessionsFrom = Math.max(sessionsFrom, issued.toEpochMilli() - 1000);
        }
        removed = removed && issued.toEpochMilli() <= sessionsFrom;
        roleAt = issued.toEpochMilli();
        update(saidName, saidRole);
        return lowered;
    }

    /** Deletes the operator. The row stays for rows that name it; the user name of a built-in account is free again. */
    void remove() {
        removed = true;
        passwordHash = null;
        if (isBuiltIn()) {
            username = "deleted " + id;
        }
    }

    /** @param session in which the operator chose it; null for a choice by somebody else */
    void changeStatus(OperatorStatus newStatus, String session) {
        status = newStatus;
        version++;
        statusSession = session;
    }

    /** Whether a supervisor or administrator accepts by a choice in another session. */
    boolean acceptsOfOld(String session) {
        return status == OperatorStatus.ACCEPTING && role != Role.OPERATOR && !session.equals(statusSession);
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    OperatorRow enable() {
        enabled = true;
        return this;
    }

    void apply(OperatorSettings settings) {
        enabled = settings.enabled();
        capacity = settings.capacity();
        languages = String.join(" ", settings.languages());
    }

    public OperatorId id() {
        return new OperatorId(id);
    }

    /** How many conversations routing gives at once. */
    public int capacity(int initial) {
        return capacity == null ? initial : capacity;
    }

    /** BCP 47, the best first; maybe empty. */
    public List<String> languages() {
        return languages.isEmpty() ? List.of() : List.of(languages.split(" "));
    }

    /** When they last got or were offered a conversation; null for never. */
    public Instant lastAssigned() {
        return lastAssignedAt == null ? null : Instant.ofEpochMilli(lastAssignedAt);
    }

    OperatorSettings toSettings(List<Membership> departments) {
        return new OperatorSettings(enabled, capacity, languages(), departments);
    }

    boolean isBuiltIn() {
        return issuer.equals(BUILT_IN);
    }

    boolean isEnabled() {
        return enabled && !removed;
    }

    boolean isRemoved() {
        return removed;
    }

    /** Whether they are an enabled administrator. */
    boolean isAdministrator() {
        return role == Role.ADMIN && isEnabled() && (!isBuiltIn() || passwordHash != null);
    }

    Standing toStanding(SessionEpochRow epoch) {
        Instant from = Instant.ofEpochMilli(sessionsFrom);
        return new Standing(
                toOperator(),
                isEnabled(),
                epoch.epoch() + "." + generation,
                from.isAfter(epoch.began()) ? from : epoch.began());
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Operator toOperator() {
        return new Operator(id(), username, isBuiltIn() ? null : issuer, name, role, status, version);
    }
}
