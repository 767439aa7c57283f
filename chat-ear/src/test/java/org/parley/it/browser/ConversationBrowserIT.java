package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.it.client.Cast;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.client.Tokens;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;
import org.parley.it.server.Workshop;

/** Two people, two browsers, one server that is a real one. */
class ConversationBrowserIT {

    private static final String PASSWORD = "a long enough passphrase";
    private static final Path SCREENSHOTS = Workshop.TARGET.resolve("screenshots");
    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

    private static Shop portal;
    private static ParleyServer server;
    private static Browsers browsers;

    /** What everybody saw when a test failed. */
    @RegisterExtension
    final AfterTestExecutionCallback pictures =
            context -> context.getExecutionException().ifPresent(failure -> takePictures(context.getDisplayName()));

    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private Shop shop;
    private String olivia;

    @BeforeAll
    static void startServerAndBrowser() throws IOException {
        portal = Shop.open();
        server = ParleyServer.on(Database.POSTGRESQL)
                .with("parley.console.frame-ancestors", portal.origin())
                .start();
        browsers = Browsers.launch();
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    @AfterAll
    static void stopServerAndBrowser() {
        if (browsers != null) {
            browsers.close();
        }
        if (server != null) {
            server.close();
        }
        portal.close();
    }

    @BeforeEach
    void openShop() throws IOException {
        shop = Shop.open();
        String admin = new Cast(server).token("chat-admin");
        String site = Cast.unique("shop");
        Http.to(server.at("/api/v1/sites/" + site))
                .bearer(admin)
                .put(Json.object("name", "A shop", "origins", List.of(shop.origin())))
                .expect(200);
        shop.embed(server, site);
        olivia = Cast.unique("olivia");
        Http.to(server.at("/api/v1/operators/" + olivia))
                .bearer(admin)
                .put(Json.object("name", "Olivia", "password", PASSWORD, "role", "chat-operator"))
                .expect(200);
    }

    @AfterEach
    void closeShop() {
        contexts.forEach(BrowserContext::close);
        shop.close();
    }

    @Test
    void visitorAndOperatorShouldTalkBothWaysAndLoseNothingByReloading() {
        VisitorPage visitor = visitor();
        DeskPage desk = desk();
        String question = Cast.unique("Where is my parcel? It is order ");
        visitor.openChat();
        visitor.start(question);
        desk.accept(question);
        Locator pane = desk.pane(question);
        desk.write(pane, "It left the warehouse this morning.");
        assertThat(visitor.bubble("It left the warehouse")).isVisible();
        visitor.write("Thank you, and when will it be here?");
        assertThat(desk.bubble("when will it be here?")).isVisible();

        visitor.page.reload();
        assertThat(visitor.bubbles()).hasCount(3);
        assertThat(visitor.bubbles().nth(0)).containsText(question);
        desk.page.reload();
        desk.openOwn("when will it be here?");
        assertThat(desk.bubble(question)).isVisible();
        assertThat(desk.bubble("It left the warehouse")).isVisible();

        desk.write(desk.pane(question), "Tomorrow.");
        assertThat(visitor.bubble("Tomorrow.")).isVisible();
        assertThat(visitor.bubbles()).hasCount(4);
        takePictures(visitor, desk);
        Assertions.assertThat(complaints).isEmpty();
    }

    @Test
    void operatorShouldSeeWhatIsTypedBeforeItIsSent() {
        VisitorPage visitor = visitor();
        DeskPage desk = desk();
        String question = Cast.unique("A question ");
        visitor.openChat();
        visitor.start(question);
        desk.accept(question);
        assertThat(desk.bubble(question)).isVisible();
        visitor.widget().getByLabel("Write a message").pressSequentially("I am not sure whether");
        assertThat(desk.bubble("I am not sure whether")).isVisible();
    }

    @Test
    void markupShouldBeShownAsText() {
        VisitorPage visitor = visitor();
        DeskPage desk = desk();
        String markup = Cast.unique("x") + "<img src=x onerror=\"document.title='broken'\"><b>bold</b>";
        visitor.openChat();
        visitor.start(markup);
        desk.accept("bold");
        assertThat(desk.bubble(markup)).isVisible();
        desk.write(desk.pane(markup), "<script>document.title='broken'</script>");
        assertThat(visitor.bubble("<script>document.title='broken'</script>")).isVisible();
        Assertions.assertThat(desk.page.title()).doesNotContain("broken");
        Assertions.assertThat(desk.page.locator("img[src=x]").count()).isZero();
        Assertions.assertThat(visitor.widget().locator("img[src=x]").count()).isZero();
    }

    @Test
    void endedConversationShouldBeEndedOnBothSides() {
        VisitorPage visitor = visitor();
        DeskPage desk = desk();
        String question = Cast.unique("Quick one ");
        visitor.openChat();
        visitor.start(question);
        desk.accept(question);
        desk.pane(question)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("End").setExact(true))
                .click();
        desk.button("End conversation").click();
        assertThat(visitor.note("This chat has ended")).isVisible();
        visitor.widget().getByText("Start a new conversation").click();
        visitor.start(Cast.unique("Another one "));
    }

    @Test
    void bothPagesShouldCarryOnByThemselvesAfterTheServerWasKilled() {
        VisitorPage visitor = visitor();
        DeskPage desk = desk();
        String question = Cast.unique("Before the storm ");
        visitor.openChat();
        visitor.start(question);
        desk.accept(question);
        Locator pane = desk.pane(question);
        desk.write(pane, "We are here.");
        assertThat(visitor.bubble("We are here.")).isVisible();

        server.kill();
        visitor.write("Written while nobody answers");
        desk.write(pane, "Answered while nobody answers");
        server.start();

        assertThat(desk.bubble("Written while nobody answers")).isVisible(SOON);
        assertThat(visitor.bubble("Answered while nobody answers")).isVisible(SOON);
        assertThat(visitor.bubbles()).hasCount(4);
    }

    @Test
    void companyTokenShouldOpenTheDeskAndAStrangersShouldNot() {
        String subject = Cast.unique("person");
        DeskPage stranger = new DeskPage(page(), server);
        stranger.useCompanyToken(Tokens.STRANGER.sign(Tokens.claims(subject, "Mallory", "chat-operator")));
        assertThat(stranger.page.getByText("The server did not accept this sign-in"))
                .isVisible();

        DeskPage person = new DeskPage(page(), server);
        person.useCompanyToken(Tokens.PROVIDER.sign(Tokens.claims(subject, "Paula", "chat-operator")));
        assertThat(person.page.getByText("No conversation is open")).isVisible();
    }

    @Test
    void portalShouldHandOverItsUsersToken() {
        String token = Tokens.PROVIDER.sign(Tokens.claims(Cast.unique("person"), "Paula", "chat-operator"));
        portal.show(
                "/desk", "frame-src " + server.origin(), """
                <!doctype html><title>Portal</title>
                <iframe src="%s?portal=%s" width="1200" height="600"></iframe>
                <script>
                  addEventListener('message', ({origin, source}) => source.postMessage(
                    {type: 'parley:token', token: '%s'}, origin));
                </script>
                """.formatted(server.at("/console/"), portal.origin(), token));
        Page page = page();
        page.navigate(portal.origin() + "/desk");
        assertThat(page.frameLocator("iframe").getByText("No conversation is open"))
                .isVisible();
    }

    @Test
    void pageThatIsNoPortalShouldNotFrameTheDesk() {
        shop.show("/trap", "frame-src *", "<iframe src='" + server.at("/console/") + "'></iframe>");
        Page page = page();
        page.navigate(shop.origin() + "/trap");
        page.frames().get(1).waitForLoadState();

        assertThat(page.frameLocator("iframe").getByText("Parley")).hasCount(0);
        Assertions.assertThat(complaints).anyMatch(complaint -> complaint.contains("frame-ancestors"));
    }

    @Test
    void wrongPasswordShouldBeSaid() {
        DeskPage desk = new DeskPage(page(), server);
        desk.login(olivia, "not this one");
        assertThat(desk.page.getByText("User name or password is wrong")).isVisible();
    }

    @Test
    void axeShouldFindNothingInAnyState() {
        VisitorPage visitor = visitor();
        Accessible.check(visitor.page);
        DeskPage desk = new DeskPage(page(), server);
        assertThat(desk.page.getByLabel("User name")).isVisible();
        Accessible.check(desk.page);
        desk.login("", "");
        Accessible.check(desk.page);
        desk.login(olivia, PASSWORD);
        assertThat(desk.page.getByText("No conversation is open")).isVisible();
        Accessible.check(desk.page);

        visitor.openChat();
        assertThat(visitor.widget().getByLabel("Your message")).isVisible();
        Accessible.check(visitor.page);
        String question = Cast.unique("Can everybody read this ");
        visitor.start(question);
        Accessible.check(visitor.page);
        assertThat(desk.waiting(question)).isVisible();
        Accessible.check(desk.page);
        desk.accept(question);
        desk.write(desk.pane(question), "Everybody can.");
        assertThat(visitor.bubble("Everybody can.")).isVisible();
        Accessible.check(visitor.page);
        Accessible.check(desk.page);
    }

    private VisitorPage visitor() {
        return new VisitorPage(page(), shop.origin());
    }

    private DeskPage desk() {
        DeskPage desk = new DeskPage(page(), server);
        desk.login(olivia, PASSWORD);
        assertThat(desk.page.getByText("Accepting").first()).isVisible();
        return desk;
    }

    /** A browser of somebody's own: nothing is shared with the others. */
    private Page page() {
        BrowserContext context = browsers.browser().newContext();
        contexts.add(context);
        Page page = context.newPage();
        page.setDefaultTimeout(Duration.ofSeconds(20).toMillis());
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        return page;
    }

    private void takePictures(String test) {
        for (int i = 0; i < contexts.size(); i++) {
            Path file = Workshop.TARGET.resolve("screenshots/failed").resolve(test.replaceAll("\\W", "") + i + ".png");
            contexts.get(i).pages().get(0).screenshot(new Page.ScreenshotOptions().setPath(file));
        }
    }

    /** The README's picture: what both see, side by side. */
    private void takePictures(VisitorPage visitor, DeskPage desk) {
        visitor.page.setViewportSize(420, 720);
        desk.page.setViewportSize(1100, 720);
        String both = "<body style='margin:0;display:flex;gap:16px;background:#dfe5e8;padding:16px'>"
                + picture("console", desk.page) + picture("widget", visitor.page);
        Page frame = browsers.browser().newPage();
        frame.setViewportSize(1584, 752);
        frame.setContent(both);
        frame.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve("conversation.png")));
        frame.close();
    }

    private static String picture(String name, Page page) {
        byte[] png = page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
        return "<img style='border-radius:8px' src='data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png) + "'>";
    }
}
