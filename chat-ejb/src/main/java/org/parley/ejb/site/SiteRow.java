package org.parley.ejb.site;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Set;
import java.util.TreeSet;
import org.parley.api.site.BusinessHours;
import org.parley.api.site.Site;
import org.parley.api.site.VisitorPolicy;
import org.parley.ejb.database.HoursText;

@Entity
@Table(name = "site")
public class SiteRow {
    @Id
    private String id;

    private String name;

    /** Separated by blanks, which no origin contains. */
    private String origins;

    @Column(name = "identity_key")
    private String identityKey;

    @Enumerated(EnumType.STRING)
    private VisitorPolicy.Watching visitors;

    @Column(name = "keep_address")
    private boolean keepAddress;

    @Column(name = "keep_query")
    private boolean keepQuery;

    private String hours;

    protected SiteRow() {}

    SiteRow(String id) {
        this.id = id;
    }

    void apply(Site site) {
        name = site.name();
        origins = String.join(" ", new TreeSet<>(site.origins()));
        identityKey = site.identityKey();
        visitors = site.visitors().watching();
        keepAddress = site.visitors().keepAddress();
        keepQuery = site.visitors().keepQuery();
    }

    void changeHours(BusinessHours newHours) {
        hours = HoursText.of(newHours);
    }

    /** Null: always open. */
    public BusinessHours hours() {
        return HoursText.parse(hours);
    }

    public String id() {
        return id;
    }

    Site toSite() {
        return new Site(
                id,
                name,
                origins.isEmpty() ? Set.of() : Set.of(origins.split(" ")),
                identityKey,
                new VisitorPolicy(visitors, keepAddress, keepQuery));
    }
}
