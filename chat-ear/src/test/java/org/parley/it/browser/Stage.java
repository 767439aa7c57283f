package org.parley.it.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.parley.it.client.Cast;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.server.Parley;
import org.parley.it.server.Workshop;

/** A shop with the widget in it, an operator with an account, and browsers of their own for the people. */
final class Stage implements AutoCloseable {

    private static final String PASSWORD = "a long enough passphrase";
    private static final Path SCREENSHOTS = Workshop.TARGET.resolve("screenshots");

    private final Browsers browsers;
    private final Parley parley;
    private final Shop shop = Shop.open();
    private final String operator = Cast.unique("olivia");
    private final String site = Cast.unique("shop");
    private final String department;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** @param parley as the people's browsers see it, maybe through a proxy */
    Stage(Browsers browsers, Parley parley) throws IOException {
        this.browsers = browsers;
        this.parley = parley;
        admin("/sites/" + site)
                .put(Json.object("name", "A shop", "origins", List.of(shop.origin())))
                .expect(200);
        department = admin("/sites/" + site + "/departments")
                .get()
                .expect(200)
                .path(0)
                .path("id")
                .asText();
        account(operator, "Olivia", "chat-operator");
        shop.embed(parley, site);
    }

    /** Somebody's browser: nothing is shared with the others. */
    BrowserContext browser() {
        return browser(new Browser.NewContextOptions());
    }

    /** Nothing fades in, so that measured colours do not depend on the moment. */
    BrowserContext browser(Browser.NewContextOptions options) {
        BrowserContext context = browsers.browser().newContext(options.setReducedMotion(ReducedMotion.REDUCE));
        context.setDefaultTimeout(Duration.ofSeconds(20).toMillis());
        context.onPage(this::listen);
        contexts.add(context);
        return context;
    }

    private void listen(Page page) {
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
    }

    /** Errors of scripts and refusals of the pages' policies, in every browser of this stage. */
    List<String> complaints() {
        return complaints;
    }

    Shop shop() {
        return shop;
    }

    /** A desk where nobody has signed in. */
    DeskPage door(Page tab) {
        return new DeskPage(tab, parley);
    }

    String site() {
        return site;
    }

    /** A request of an administrator. */
    Http admin(String path) {
        return Http.to(parley.at("/api/v1" + path)).bearer(new Cast(parley).token("chat-admin"));
    }

    VisitorPage visitor(Page tab) {
        return new VisitorPage(tab, shop.origin());
    }

    DeskPage desk(Page tab) {
        DeskPage desk = door(tab);
        login(desk);
        return desk;
    }

    /** Another tab of a browser in which the operator has signed in. */
    DeskPage tab(Page tab) {
        DeskPage desk = door(tab);
        desk.page.getByLabel("Accepting").waitFor();
        return desk;
    }

    /** Somebody else at a desk of their own. */
    DeskPage colleague(Page tab, String name) {
        String username = Cast.unique(name.toLowerCase(Locale.ROOT));
        account(username, name, "chat-operator");
        DeskPage desk = door(tab);
        login(desk, username);
        return desk;
    }

    /** An administrator at a desk of their own. */
    DeskPage admin(Page tab) {
        return overseer(tab, "chat-admin");
    }

    /** A supervisor at a desk of their own. */
    DeskPage supervisor(Page tab) {
        return overseer(tab, "chat-supervisor");
    }

    private DeskPage overseer(Page tab, String role) {
        String username = Cast.unique("sam");
        account(username, "Sam", role);
        DeskPage desk = door(tab);
        login(desk, username);
        return desk;
    }

    /** Another department, which the operator serves too. */
    void department(String key, String name) {
        String id = admin("/sites/" + site + "/departments/" + key)
                .put(Json.object("name", name))
                .expect(200)
                .path("id")
                .asText();
        admin("/operators/" + operator)
                .put(Json.object("name", "Olivia", "role", "chat-operator", "departments", memberships(department, id)))
                .expect(200);
    }

    /** Ends all sessions of the operator. */
    void endSessions() {
        for (JsonNode one : admin("/operators").get().expect(200)) {
            if (one.path("username").asText().equals(operator)) {
                admin("/operators/id/" + one.path("id").asText() + "/sessions").delete();
            }
        }
    }

    /** An account that serves only this stage's department, because other stages are on the same server. */
    private void account(String username, String name, String role) {
        admin("/operators/" + username)
                .put(Json.object(
                        "name", name, "password", PASSWORD, "role", role, "departments", memberships(department)))
                .expect(200);
    }

    private static List<ObjectNode> memberships(String... departments) {
        return Stream.of(departments)
                .map(id -> Json.object("department", id, "skill", 5))
                .toList();
    }

    void login(DeskPage desk) {
        login(desk, operator);
    }

    private static void login(DeskPage desk, String username) {
        desk.login(username, PASSWORD);
        desk.page.getByLabel("Accepting").check();
    }

    /** The address of the widget by itself, in a language. */
    String widget(String language) {
        return parley.at("/widget/index.html?site=" + site + "&lang=" + language)
                .toString();
    }

    static byte[] picture(String name, Page page) {
        return page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    void picturesOfAFailure(String test) {
        for (int i = 0; i < contexts.size(); i++) {
            for (int j = 0; j < contexts.get(i).pages().size(); j++) {
                picture(
                        "failed/" + test.replaceAll("\\W", "") + i + j,
                        contexts.get(i).pages().get(j));
            }
        }
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
        shop.close();
    }
}
