package org.parley.ejb.invitation;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.invitation.InvitationRule;
import org.parley.api.invitation.InvitationRuleBook;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.site.BusinessHours;
import org.parley.ejb.conversation.ConversationOpener;
import org.parley.ejb.conversation.log.TextRules;
import org.parley.ejb.database.Ids;
import org.parley.ejb.site.SiteRow;

@Stateless
@RolesAllowed(Role.Names.ADMIN)
public class InvitationRuleBookBean implements InvitationRuleBook {
    @Inject
    EntityManager entityManager;

    @Inject
    ConversationOpener opener;

    @Inject
    TextRules texts;

    @Override
    public List<InvitationRule> list(Caller admin, String site) {
        requireSite(site, LockModeType.NONE);
        return rows(site).stream().map(this::rule).toList();
    }

    @Override
    @PermitAll // Parley itself asks
    public List<InvitationRule> enabled(String site) {
        return rows(site).stream()
                .map(this::rule)
                .filter(InvitationRule::enabled)
                .toList();
    }

    @Override
    @PermitAll // Parley itself asks
    public ZoneId zone(String site) {
        return Optional.ofNullable(entityManager.find(SiteRow.class, site))
                .map(SiteRow::hours)
                .map(BusinessHours::zone)
                .orElse(ZoneOffset.UTC);
    }

    @Override
    public InvitationRule save(Caller admin, String site, UUID id, UnaryOperator<InvitationRule> change) {
        // Locked, so that two at once cannot exceed the limit together.
        requireSite(site, LockModeType.PESSIMISTIC_WRITE);
        InvitationRuleRow row = id == null ? make(site) : find(site, id);
        InvitationRule rule = change.apply(id == null ? InvitationRule.initial(site) : rule(row));
        RuleChecks.check(rule, texts::checkMessage);
        row.apply(rule, opener.department(site, rule.department()).id());
        if (id == null) {
            entityManager.persist(row);
        }
        return rule(row);
    }

    private InvitationRuleRow make(String site) {
        if (rows(site).size() >= MOST_RULES) {
            throw new ChatException(ErrorCode.CONFLICT, "A site has at most " + MOST_RULES + " rules.");
        }
        return new InvitationRuleRow(Ids.next(), site);
    }

    @Override
    public void delete(Caller admin, String site, UUID rule) {
        entityManager.remove(find(site, rule));
    }

    private InvitationRuleRow find(String site, UUID id) {
        InvitationRuleRow row = entityManager.find(InvitationRuleRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (row == null || !row.site().equals(site)) {
            throw ChatException.notFound("rule");
        }
        return row;
    }

    private List<InvitationRuleRow> rows(String site) {
        return entityManager
                .createQuery(
                        "select r from InvitationRuleRow r where r.site = :site order by r.rank, r.id",
                        InvitationRuleRow.class)
                .setParameter("site", site)
                .getResultList();
    }

    private InvitationRule rule(InvitationRuleRow row) {
        return row.toRule(opener.department(row.department()).key());
    }

    private void requireSite(String site, LockModeType lock) {
        if (entityManager.find(SiteRow.class, site, lock) == null) {
            throw ChatException.notFound("site");
        }
    }
}
