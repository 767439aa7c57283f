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

    /** In which the status was chosen. */
    @Column(name = "status_session")
    private String statusSession;

    private Integer capacity;

    /** BCP 47, separated by blanks, which cannot stand in a tag. */
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

    /** Rises with what {@link #toOperator} tells. */
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

    /** No session that began before now counts any more. */
    void endSessions(Instant now) {
        generation++;
        sessionsFrom = now.toEpochMilli();
    }

    /** Whether a token that was given then says something of its person that the row does not. */
    boolean isNews(String saidName, Role saidRole, Instant issued) {
        return issued.toEpochMilli() >= roleAt
                && (removed && issued.toEpochMilli() > sessionsFrom || !name.equals(saidName) || role != saidRole);
    }

    /** @return whether that ends sessions of older tokens */
    boolean bringUpToDate(String saidName, Role saidRole, Instant issued) {
        if (!isNews(saidName, saidRole, issued)) {
            return false; // a younger token was faster
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

    /** The row stays for what names it; the name of a built-in account is free again. */
    void remove() {
        removed = true;
        passwordHash = null;
        if (isBuiltIn()) {
            username = "deleted " + id;
        }
    }

    /** @param session in which the operator chose it; null when somebody else did */
    void changeStatus(OperatorStatus newStatus, String session) {
        status = newStatus;
        version++;
        statusSession = session;
    }

    /** Whether somebody who looks after others accepts by what they chose in another session. */
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

    /** Whether they can come in and administer. */
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
