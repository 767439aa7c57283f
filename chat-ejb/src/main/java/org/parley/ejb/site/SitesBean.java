package org.parley.ejb.site;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.parley.api.department.DepartmentId;
import org.parley.api.error.ChatException;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.site.BusinessHours;
import org.parley.api.site.Site;
import org.parley.api.site.SiteChanged;
import org.parley.api.site.Sites;
import org.parley.ejb.database.Ids;
import org.parley.ejb.database.ShownName;
import org.parley.ejb.department.DepartmentRow;
import org.parley.ejb.event.StaffingChanged;

@Stateless
public class SitesBean implements Sites {
    private static final Pattern ID = Pattern.compile("[a-z0-9-]{1,64}");

    @Inject
    EntityManager entityManager;

    @Inject
    Event<SiteChanged> changed;

    @Inject
    Event<StaffingChanged> changes;

    @Override
    @PermitAll
    public Optional<Site> find(String id) {
        return ID.matcher(id).matches()
                ? Optional.ofNullable(entityManager.find(SiteRow.class, id)).map(SiteRow::toSite)
                : Optional.empty();
    }

    @Override
    @RolesAllowed(Role.Names.ADMIN)
    public List<Site> list(Caller admin) {
        return entityManager
                .createQuery("select s from SiteRow s order by s.id", SiteRow.class)
                .getResultStream()
                .map(SiteRow::toSite)
                .toList();
    }

    @Override
    @RolesAllowed(Role.Names.ADMIN)
    public Site save(Caller admin, String id, UnaryOperator<Site> change) {
        if (!ID.matcher(id).matches()) {
            throw ChatException.invalid("site", "A site's id is 1 to 64 of a-z, 0-9 and the hyphen.");
        }
        SiteRow row = entityManager.find(SiteRow.class, id, LockModeType.PESSIMISTIC_WRITE);
        boolean isNew = row == null;
        Site site = change.apply(isNew ? new Site(id, null, Set.of(), null) : row.toSite());
        check(site);
        if (isNew) {
            row = new SiteRow(id);
        }
        row.apply(site);
        if (isNew) {
            entityManager.persist(row);
            entityManager.flush();
            entityManager.persist(new DepartmentRow(new DepartmentId(Ids.next()), id, "support", "Support"));
            changes.fire(new StaffingChanged());
        }
        changed.fire(new SiteChanged(id));
        return row.toSite();
    }

    @Override
    @RolesAllowed(Role.Names.ADMIN)
    public Optional<BusinessHours> hours(Caller admin, String site) {
        return Optional.ofNullable(row(site, LockModeType.NONE).hours());
    }

    @Override
    @RolesAllowed(Role.Names.ADMIN)
    public void saveHours(Caller admin, String site, BusinessHours hours) {
        row(site, LockModeType.PESSIMISTIC_WRITE).changeHours(hours);
        changes.fire(new StaffingChanged());
    }

    private SiteRow row(String id, LockModeType lock) {
        SiteRow row = ID.matcher(id).matches() ? entityManager.find(SiteRow.class, id, lock) : null;
        if (row == null) {
            throw ChatException.notFound("site");
        }
        return row;
    }

    private static void check(Site site) {
        if (ShownName.of(site.name()) == null || site.name().length() > 100) {
            throw ChatException.invalid("name", "A site needs a name of 1 to 100 characters.");
        }
        if (!site.origins().stream().allMatch(SitesBean::isOrigin)
                || site.origins().size() > 30) {
            throw ChatException.invalid(
                    "origins", "Origins look like https://shop.example, without a path; 30 at most.");
        }
        if (site.identityKey() != null
                && (site.identityKey().length() < 32 || site.identityKey().length() > 4000)) {
            throw ChatException.invalid(
                    "identityKey", "The identity key is a PEM public key or a secret of at least 32 characters.");
        }
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = new URI(text);
            return ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && text.equals(uri.getScheme() + "://" + uri.getRawAuthority())
                    && uri.getRawUserInfo() == null
                    && text.length() <= 120;
        } catch (java.net.URISyntaxException e) {
            return false;
        }
    }
}
