package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.Tokens;
import org.parley.it.server.NarrowNetwork;
import org.parley.it.server.ParleyServer;

/** Two people, two browsers, one real server. */
class ConversationBrowserIT extends BrowserSuite {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

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
        Assertions.assertThat(stage.complaints()).isEmpty();
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
        assertThat(desk.page.locator(".preview")).containsText("I am not sure whether");
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
    void linksShouldEndWhereASentenceDoesOnBothSides() {
        VisitorPage visitor = visitor();
        DeskPage desk = desk();
        String question = Cast.unique("请看https://example.com/a，谢谢 ");
        visitor.openChat();
        visitor.start(question);
        desk.accept(question);
        desk.write(desk.pane(question), "כתבו ל-ada@example.com.");
        for (Locator bubbles : List.of(visitor.bubbles(), desk.bubble(""))) {
            Locator links = bubbles.locator("a");
            assertThat(links).hasText(new String[] {"https://example.com/a", "ada@example.com"});
            assertThat(links.first()).hasAttribute("href", "https://example.com/a");
            assertThat(links.last()).hasAttribute("href", "mailto:ada@example.com");
            assertThat(links.first()).hasAttribute("rel", "noopener noreferrer nofollow");
        }
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
    void pagesShouldCarryOnByThemselvesAfterTheServerWasKilledAlsoWhereTheyPoll() throws IOException {
        ParleyServer server = ParleyServer.shared();
        try (NarrowNetwork network = NarrowNetwork.before(server);
                Stage behind = new Stage(Browsers.shared(), network)) {
            List<Pair> pairs = List.of(new Pair(stage), new Pair(behind));

            server.kill();
            pairs.forEach(Pair::write);
            server.start();

            pairs.forEach(Pair::shouldHaveBoth);
        }
    }

    /** A visitor and an operator who talk. */
    private static final class Pair {
        private final VisitorPage visitor;
        private final DeskPage desk;
        private final Locator pane;

        Pair(Stage stage) {
            visitor = stage.visitor(stage.browser().newPage());
            desk = stage.desk(stage.browser().newPage());
            String question = Cast.unique("Before the storm ");
            visitor.openChat();
            visitor.start(question);
            desk.accept(question);
            pane = desk.pane(question);
            desk.write(pane, "We are here.");
            assertThat(visitor.bubble("We are here.")).isVisible();
        }

        void write() {
            visitor.write("Written while nobody answers");
            desk.write(pane, "Answered while nobody answers");
        }

        void shouldHaveBoth() {
            assertThat(desk.bubble("Written while nobody answers")).isVisible(SOON);
            assertThat(visitor.bubble("Answered while nobody answers")).isVisible(SOON);
            assertThat(visitor.bubbles()).hasCount(4);
        }
    }

    @Test
    void companyTokenShouldOpenTheDeskAndAStrangersShouldNot() {
        String subject = Cast.unique("person");
        DeskPage stranger = stage.door(page());
        stranger.useCompanyToken(Tokens.STRANGER.sign(Tokens.claims(subject, "Mallory", "chat-operator")));
        assertThat(stranger.page.getByText("The server did not accept this sign-in"))
                .isVisible();

        DeskPage person = stage.door(page());
        person.useCompanyToken(Tokens.PROVIDER.sign(Tokens.claims(subject, "Paula", "chat-operator")));
        assertThat(person.page.getByText("No conversation is open")).isVisible();
    }

    @Test
    void portalShouldHandOverItsUsersToken() {
        String token = Tokens.PROVIDER.sign(Tokens.claims(Cast.unique("person"), "Paula", "chat-operator"));
        try (Shop portal = Shop.portal()) {
            portal.show("/desk", "frame-src " + parley().origin(), """
                    <!doctype html><title>Portal</title>
                    <iframe src="%s?portal=%s" width="1200" height="600"></iframe>
                    <script>
                      addEventListener('message', ({origin, source}) => source.postMessage(
                        {type: 'parley:token', token: '%s'}, origin));
                    </script>
                    """.formatted(
                            parley().at("/console/"), portal.origin(), token));
            Page page = page();
            page.navigate(portal.origin() + "/desk");
            assertThat(page.frameLocator("iframe").getByText("No conversation is open"))
                    .isVisible();
        }
    }

    @Test
    void pageThatIsNoPortalShouldNotFrameTheDesk() {
        stage.shop().show("/trap", "frame-src *", "<iframe src='" + parley().at("/console/") + "'></iframe>");
        Page page = page();
        page.navigate(stage.shop().origin() + "/trap");
        page.frames().get(1).waitForLoadState();

        assertThat(page.frameLocator("iframe").getByText("Parley")).hasCount(0);
        Assertions.assertThat(stage.complaints()).anyMatch(complaint -> complaint.contains("frame-ancestors"));
    }

    @Test
    void wrongPasswordShouldBeSaid() {
        DeskPage desk = stage.door(page());
        desk.login("olivia", "not this one");
        assertThat(desk.page.getByText("User name or password is wrong")).isVisible();
    }

    @Test
    void axeShouldFindNothingInAnyState() {
        VisitorPage visitor = visitor();
        Accessible.check(visitor.page);
        DeskPage desk = stage.door(page());
        assertThat(desk.page.getByLabel("User name")).isVisible();
        Accessible.check(desk.page);
        desk.login("", "");
        Accessible.check(desk.page);
        stage.login(desk);
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
        return stage.visitor(page());
    }

    private DeskPage desk() {
        return stage.desk(page());
    }

    private Page page() {
        return stage.browser().newPage();
    }

    /** The README's picture: what both see, side by side. */
    private void takePictures(VisitorPage visitor, DeskPage desk) {
        visitor.page.setViewportSize(420, 720);
        desk.page.setViewportSize(1100, 720);
        String both = "<body style='margin:0;display:flex;gap:16px;background:#dfe5e8;padding:16px'>"
                + picture("console", desk.page) + picture("widget", visitor.page);
        Page frame = stage.browser().newPage();
        frame.setViewportSize(1584, 752);
        frame.setContent(both);
        Stage.picture("conversation", frame);
    }

    private static String picture(String name, Page page) {
        byte[] png = Stage.picture(name, page);
        return "<img style='border-radius:8px' src='data:image/png;base64,"
                + Base64.getEncoder().encodeToString(png) + "'>";
    }
}
