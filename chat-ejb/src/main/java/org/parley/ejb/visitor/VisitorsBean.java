package org.parley.ejb.visitor;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;
import org.parley.api.visitor.PageView;
import org.parley.api.visitor.Visitor;
import org.parley.api.visitor.VisitorDescribed;
import org.parley.api.visitor.VisitorId;
import org.parley.api.visitor.Visitors;
import org.parley.ejb.database.FindOrMake;
import org.parley.ejb.database.Hash;
import org.parley.ejb.database.Ids;
import org.parley.ejb.database.JsonText;
import org.parley.ejb.database.ShownName;
import org.parley.ejb.database.Statements;
import org.parley.ejb.site.ExistingSites;

@Stateless
@PermitAll
public class VisitorsBean implements Visitors {
    private static final int COLUMN_LENGTH = 12_000;
    private static final int MOST_PAGES = 200;

    @Inject
    VisitorRows rows;

    @Inject
    EntityManager entityManager;

    @Inject
    Statements statements;

    @Inject
    ExistingSites sites;

    @Inject
    FindOrMake findOrMake;

    @Inject
    VisitorRights rights;

    @Inject
    BlockRows blocks;

    @Inject
    Event<VisitorDescribed> described;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.visitor.repeat")
    int repeatSeconds;

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Visitor anonymous(String site, Map<String, String> attributes, String browser, String requestKey) {
        check(attributes);
        String request = browser == null || requestKey == null ? null : Hash.of("request", browser, requestKey);
        return findOrMake.row(
                () -> request == null
                        ? Optional.empty()
                        : findBy("requestKey", site, request).flatMap(row -> repeated(row, attributes)),
                () -> insert(
                        site, heard(site, browserOf(site, browser), attributes), browserOf(site, browser), request));
    }

    /** What a new visitor says, unless their browser is blocked. */
    private Map<String, String> heard(String site, String browser, Map<String, String> attributes) {
        return attributes.isEmpty() || blocks.inForce(site, browser).isEmpty() ? attributes : Map.of();
    }

    /** One statement, because most visitors only come and go. */
    private Visitor insert(String site, Map<String, String> attributes, String browser, String request) {
        sites.require(site);
        Visitor visitor = new Visitor(
                new VisitorId(Ids.next()),
                site,
                null,
                ShownName.of(attributes.get("name")),
                attributes,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        statements.update(
                """
                insert into visitor (id, site_id, name, attributes, request_key, browser, created_at)
                values (?,?,?,?,?,?,?)""",
                visitor.id().value(),
                site,
                visitor.name(),
                JsonText.of(attributes),
                request,
                browser,
                visitor.created().toEpochMilli());
        return visitor;
    }

    /** The visitor of the same earlier request; an expired key is free again. */
    private Optional<Visitor> repeated(VisitorRow row, Map<String, String> attributes) {
        Visitor earlier = row.toVisitor();
        if (!earlier.created().plusSeconds(repeatSeconds).isAfter(clock.instant())) {
            row.askedBy(null);
            entityManager.flush(); // before the next visitor gets the key
            return Optional.empty();
        }
        if (!row.attributes().equals(JsonText.of(attributes)) && isHeard(row)) {
            throw new ChatException(ErrorCode.CONFLICT, "This Idempotency-Key came with another body before.");
        }
        return Optional.of(earlier);
    }

    private static String browserOf(String site, String secret) {
        return secret == null ? null : Hash.of("browser", site, secret);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Visitor proven(
            String site, String subject, String name, int vip, Map<String, String> attributes, String browser) {
        check(attributes);
        return findOrMake.row(
                () -> findBy("subject", site, subject).map(row -> {
                    row.changeVip(vip);
                    row.comeFrom(browserOf(site, browser));
                    return described(row, name == null ? row.name() : ShownName.of(name), attributes);
                }),
                () -> {
                    VisitorRow row = make(site, subject, name, attributes);
                    row.changeVip(vip);
                    row.comeFrom(browserOf(site, browser));
                    return row.toVisitor();
                });
    }

    @Override
    public Optional<Visitor> returning(VisitorId id, Map<String, String> attributes, String browser) {
        if (attributes == null && browser == null) {
            return find(id);
        }
        return Optional.ofNullable(entityManager.find(VisitorRow.class, id.value(), LockModeType.PESSIMISTIC_WRITE))
                .map(row -> {
                    row.comeFrom(browserOf(row.site(), browser));
                    return attributes == null ? row.toVisitor() : described(row, attributes);
                });
    }

    private Visitor described(VisitorRow row, Map<String, String> attributes) {
        check(attributes);
        boolean named = row.isAnonymous() && attributes.containsKey("name");
        return described(row, named ? ShownName.of(attributes.get("name")) : row.name(), attributes);
    }

    /** Whether what the visitor says counts; a blocked visitor's words are dropped. */
    private boolean isHeard(VisitorRow row) {
        return blocks.inForce(row.id()).isEmpty();
    }

    private Visitor described(VisitorRow row, String name, Map<String, String> attributes) {
        if (!isHeard(row)) {
            return row.toVisitor();
        }
        row.describe(name, JsonText.of(attributes));
        return announced(row);
    }

    @Override
    public void callThemselves(VisitorId visitor, String name) {
        VisitorRow row = rows.lock(visitor);
        String shown = ShownName.of(name);
        if (row.isAnonymous() && shown != null && !shown.equals(row.name())) {
            row.describe(shown, row.attributes());
            announced(row);
        }
    }

    private Visitor announced(VisitorRow row) {
        Visitor visitor = row.toVisitor();
        described.fire(new VisitorDescribed(visitor));
        return visitor;
    }

    @Override
    public Optional<Visitor> find(VisitorId id) {
        return Optional.ofNullable(entityManager.find(VisitorRow.class, id.value()))
                .map(VisitorRow::toVisitor);
    }

    @Override
    public void keep(List<PageView> views) {
        views.forEach(view -> entityManager.persist(new PageViewRow(Ids.next(), view)));
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public Visitor find(Caller staff, VisitorId id) {
        Visitor visitor = find(id).orElseThrow(() -> ChatException.notFound("visitor"));
        rights.requireSeen(staff, id, visitor.site());
        return visitor;
    }

    @Override
    @RolesAllowed({Role.Names.OPERATOR, Role.Names.SUPERVISOR, Role.Names.ADMIN})
    public List<PageView> trail(Caller staff, VisitorId visitor, int limit) {
        find(staff, visitor);
        return entityManager
                .createQuery(
                        "select p from PageViewRow p where p.visitor = :visitor order by p.at desc, p.id desc",
                        PageViewRow.class)
                .setParameter("visitor", visitor.value())
                .setMaxResults(Math.max(1, Math.min(limit, MOST_PAGES)))
                .getResultStream()
                .map(PageViewRow::toPageView)
                .toList();
    }

    private Optional<VisitorRow> findBy(String column, String site, String value) {
        return entityManager
                .createQuery(
                        "select v from VisitorRow v where v.site = :site and v." + column + " = :value",
                        VisitorRow.class)
                .setParameter("site", site)
                .setParameter("value", value)
                .getResultStream()
                .findFirst();
    }

    private VisitorRow make(String site, String subject, String name, Map<String, String> attributes) {
        sites.require(site);
        VisitorRow row = new VisitorRow(new VisitorId(Ids.next()), site, subject, clock.instant());
        row.describe(ShownName.of(name), JsonText.of(attributes));
        entityManager.persist(row);
        return row;
    }

    private static void check(Map<String, String> attributes) {
        boolean fits = attributes.size() <= 20
                && attributes.entrySet().stream()
                        .allMatch(e -> e.getKey().length() <= 50 && e.getValue().length() <= 500)
                && JsonText.of(attributes).length() <= COLUMN_LENGTH;
        if (!fits) {
            throw ChatException.invalid(
                    "attributes", "At most 20 attributes, names up to 50 and values up to 500 characters.");
        }
    }
}
