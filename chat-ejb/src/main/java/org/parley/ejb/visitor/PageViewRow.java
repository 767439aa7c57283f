package org.parley.ejb.visitor;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.parley.api.visitor.PageView;
import org.parley.api.visitor.VisitorId;

@Entity
@Table(name = "page_view")
public class PageViewRow {
    @Id
    private UUID id;

    @Column(name = "visitor_id")
    private UUID visitor;

    @Column(name = "site_id")
    private String site;

    private String url;
    private String title;
    private String referrer;
    private Instant at;

    protected PageViewRow() {}

    PageViewRow(UUID id, PageView view) {
        this.id = id;
        this.visitor = view.visitor().value();
        this.site = view.site();
        this.url = view.url();
        this.title = view.title();
        this.referrer = view.referrer();
        this.at = view.at();
    }

    PageView toPageView() {
        return new PageView(new VisitorId(visitor), site, url, title, referrer, at);
    }
}
