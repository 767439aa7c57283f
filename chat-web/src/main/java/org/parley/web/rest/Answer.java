package org.parley.web.rest;

import org.parley.api.department.ConfiguredDepartment;
import org.parley.api.department.DepartmentSettings;
import org.parley.api.operator.Operator;
import org.parley.api.operator.OperatorSettings;
import org.parley.api.operator.StaffMember;
import org.parley.api.site.Site;
import org.parley.api.visitor.PageView;
import org.parley.web.json.HoursJson;
import org.parley.web.json.Json;
import org.parley.web.security.Tokens;

/** Writes the answers of resources, each method one object. */
final class Answer {
    private Answer() {}

    static void token(Json o, Tokens.Given given) {
        o.put("token", given.token()).put("expiresIn", given.expiresInSeconds());
    }

    static void site(Json o, Site site) {
        o.put("id", site.id())
                .put("name", site.name())
                .texts("origins", site.origins().stream().sorted().toList())
                .put("provesIdentity", site.identityKey() != null)
                .put("visitors", site.visitors().watching().wire())
                .put("keepAddress", site.visitors().keepAddress())
                .put("keepQuery", site.visitors().keepQuery());
    }

    static void department(Json o, ConfiguredDepartment configured) {
        DepartmentSettings settings = configured.settings();
        o.put("id", configured.department().id())
                .put("site", configured.department().site())
                .put("key", configured.department().key())
                .put("name", settings.name())
                .put("enabled", settings.enabled())
                .put("strategy", settings.strategy())
                .put("offerSeconds", settings.offerSeconds())
                .put("preferLast", settings.preferLast())
                .putOrNull("fallback", settings.fallback());
        HoursJson.write(o, settings.hours());
        o.put("mayWait", settings.mayWait())
                .put("idleWarnMinutes", settings.idleWarnMinutes())
                .put("idleCloseMinutes", settings.idleCloseMinutes())
                .put("returnSeconds", settings.returnSeconds());
    }

    static void pageView(Json o, PageView view) {
        o.put("url", view.url()).put("at", view.at()).put("title", view.title()).put("referrer", view.referrer());
    }

    static void staff(Json o, StaffMember member) {
        Operator operator = member.operator();
        OperatorSettings settings = member.settings();
        o.put("id", operator.id())
                .put("username", operator.username())
                .put("name", operator.name())
                .put("role", operator.role().group())
                .put("status", operator.status().wire())
                .put("enabled", settings.enabled())
                .putOrNull("capacity", settings.capacity())
                .texts("languages", settings.languages())
                .withAll(
                        "departments",
                        settings.departments(),
                        (one, membership) ->
                                one.put("department", membership.department()).put("skill", membership.skill()))
                .put("issuer", operator.issuer());
    }
}
