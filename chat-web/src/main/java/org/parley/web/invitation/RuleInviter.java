package org.parley.web.invitation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.api.command.Commands;
import org.parley.api.invitation.InvitationCommand.InviteByRule;
import org.parley.api.invitation.InvitationRule;
import org.parley.api.invitation.InvitationRuleBook;
import org.parley.api.routing.Availability;
import org.parley.api.routing.Routing;
import org.parley.api.security.Actor;
import org.parley.api.visitor.LiveVisitor;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.visitor.VisitorRounds;

/** Lets rules invite live visitors. Reads and writes the database. */
@ApplicationScoped
class RuleInviter {
    private static final Actor RULE = new Actor("rule", null);
    private static final Duration MEMORY = Duration.ofSeconds(5);
    private static final int MOST_SITES = 10_000;
    private static final int MOST_VISITS = 50_000;

    @Inject
    VisitorRounds visitors;

    @Inject
    InvitationRuleBook book;

    @Inject
    Commands commands;

    @Inject
    Routing routing;

    @Inject
    ConnectionRegistry registry;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "parley.visitor.absence")
    int absenceMinutes;

    /** The enabled rules of a site, and its time zone. */
    private record SiteRules(List<InvitationRule> rules, ZoneId zone) {}

    private InvitationRules rules;
    private LoadingCache<String, SiteRules> bySite;
    private Cache<String, Boolean> asked;

    @PostConstruct
    void prepare() {
        rules = new InvitationRules(clock);
        bySite = Caffeine.newBuilder()
                .maximumSize(MOST_SITES)
                .expireAfterWrite(MEMORY)
                .build(site -> new SiteRules(book.enabled(site), book.zone(site)));
        asked = Caffeine.newBuilder()
                .maximumSize(MOST_VISITS)
                .expireAfterAccess(Duration.ofMinutes(absenceMinutes))
                .build();
    }

    void look() {
        Set<String> accepting = routing.availability().stream()
                .filter(Availability::accepting)
                .map(one -> place(one.department().site(), one.department().key()))
                .collect(Collectors.toSet());
        if (!accepting.isEmpty()) {
            visitors.live().stream()
                    .filter(visitor -> visitor.conversation() == null && registry.reaches(visitor.visitor()))
                    .forEach(visitor -> look(visitor, accepting));
        }
    }

    private static String place(String site, String department) {
        return site + "/" + department;
    }

    private void look(LiveVisitor visitor, Set<String> accepting) {
        SiteRules site = bySite.get(visitor.site());
        List<InvitationRule> ofSite = site.rules().stream()
                .filter(rule -> accepting.contains(place(rule.site(), rule.department())))
                .toList();
        if (!ofSite.isEmpty() && asked.getIfPresent(visit(visitor)) == null) {
            rules.first(ofSite, visitor, site.zone()).ifPresent(rule -> invite(rule, visitor));
        }
    }

    private void invite(InvitationRule rule, LiveVisitor visitor) {
        // With an invitation or without: not again in this visit.
        asked.put(visit(visitor), true);
        String text = InvitationRules.text(rule, visitor.language());
        commands.run(RULE, new InviteByRule(rule, visitor.id(), text, visitor.since()));
    }

    private static String visit(LiveVisitor visitor) {
        return visitor.id() + "/" + visitor.since().toEpochMilli();
    }
}
