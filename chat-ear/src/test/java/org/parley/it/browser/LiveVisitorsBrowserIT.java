package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;
import org.parley.it.client.Json;

/** An operator who looks at the live visitors: one of them is a browser, Nadia is played. */
class LiveVisitorsBrowserIT extends BrowserSuite {

    private Cast cast;
    private VisitorPage guest;
    private DeskPage desk;
    private Page page;

    @BeforeEach
    void enter() {
        cast = new Cast(parley());
        stage.admin("/sites/" + stage.site())
                .put(Json.object(
                        "name",
                        "A shop",
                        "origins",
                        List.of(stage.shop().origin()),
                        "visitors",
                        "trail",
                        "keepAddress",
                        true))
                .expect(200);
        guest = stage.visitor(stage.browser().newPage());
        cast.newSite(); // with one site there is nothing to choose
        desk = stage.desk(stage.browser().newPage());
        page = desk.page;
        desk.link("Visitors").click();
        page.getByLabel("Site").selectOption(stage.site());
    }

    @AfterEach
    void leave() throws IOException {
        cast.close();
    }

    @Test
    void visitorsShouldBeSeenWhereTheyAreAndInvited() {
        assertThat(page.getByText("Nobody is here right now.")).isVisible();
        Accessible.check(page);
        ChatSocket nadia = nadia();
        come();
        assertThat(row("Nadia")).containsText("Cart");
        assertThat(row("Nadia")).containsText("Not verified");
        guest.page.evaluate("document.title = 'Shoes'; history.pushState(null, '', '/shoes')");
        assertThat(row("Shoes")).containsText("2 pages");
        assertThat(row("Shoes")).containsText("/shoes");
        assertThat(rows()).hasCount(2);

        row("Nadia").click();
        assertThat(detail()).containsText("gold");
        assertThat(detail().getByText("Pages seen")).isVisible();
        nadia.send(Json.frame("page", "url", "https://shop.example/pay", "title", "Payment"));
        assertThat(row("Payment")).containsText("Nadia");
        assertThat(detail().getByRole(AriaRole.LISTITEM)).hasCount(2);
        Accessible.check(page);
        Stage.picture("visitors", page);

        row("Shoes").click();
        invite("Ask first", "Which size do you need?", "Invite");
        Locator card = guest.page.locator("parley-chat .card");
        assertThat(card).containsText("Which size do you need?");
        assertThat(row("Shoes")).containsText("Invitation seen");
        card.getByText("No, thank you").click();
        assertThat(row("Shoes")).containsText("Invitation declined");
        assertThat(count("Declined")).hasText("1");

        invite("Open the chat window", "I am here if you need me.", "Start the conversation");
        assertThat(guest.bubble("I am here if you need me.")).isVisible();
        assertThat(row("Shoes")).containsText("Talks with you");
        Accessible.check(page);
        Stage.picture("visitors-talk", page);
        desk.button("Go to the conversation").click();
        guest.write("Size 42, please.");
        Locator pane = desk.pane("Size 42, please.");
        assertThat(pane).isVisible();
        desk.write(pane, "We have it.");
        assertThat(guest.bubble("We have it.")).isVisible();

        page.keyboard().press("Alt+Shift+L");
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Live visitors")))
                .isFocused();
        page.getByLabel("Site").selectOption(stage.site());
        assertThat(row("Shoes")).containsText("Invitation answered");
    }

    @Test
    void whatThePageSaysOfTheVisitorShouldBeShown() {
        say("/ada", "{\"name\":\"Ada & Co\",\"plan\":\"gold 100%\"}");
        say("/changed", "{\"name\":\"Ada & Co\",\"plan\":\"silver\"}");
        say("/wrong", "{plan}");
        guest.page.navigate(stage.shop().origin() + "/ada");
        row("Ada & Co").click();
        assertThat(detail()).containsText("gold 100%");
        guest.page.navigate(stage.shop().origin() + "/changed");
        assertThat(row("Ada & Co")).containsText("/changed");
        assertThat(row("Ada & Co")).containsText("2 pages");
        assertThat(detail()).containsText("silver");
        guest.page.navigate(stage.shop().origin() + "/wrong");
        assertThat(row("Ada & Co")).containsText("/wrong");
        assertThat(detail()).containsText("silver");
        assertThat(rows()).hasCount(1);
    }

    private void say(String path, String attributes) {
        stage.shop()
                .embed(
                        path,
                        parley(),
                        stage.site(),
                        "data-visitors=on data-attributes='" + attributes.replace("&", "&amp;") + "'");
    }

    @Test
    void visitorWhoHasGoneShouldBeAnErrorAtOnce() {
        stage.tab(page.context().newPage()); // one of two tabs has the line, and watches for both
        ChatSocket nadia = nadia();
        row("Nadia").click();
        // The pointer is on the row: it stays
        nadia.close();
        assertThat(row("Nadia")).containsText("No longer in this list");
        assertThat(detail().getByText("On no page right now")).isVisible();
        invite("Ask first", "Wait!", "Invite");
        assertThat(detail().getByRole(AriaRole.ALERT))
                .hasText("Nadia has left the site. Nothing was sent, and your text"
                        + " is kept. Try again when they are back.");
        assertThat(count("Failed")).hasText("1");
        assertThat(rows()).hasCount(0);
        assertThat(detail().getByLabel("Message to the visitor")).hasValue("Wait!");
    }

    @Test
    void brokenLineShouldBeSaidAndTheListGoOnAfterIt() {
        AtomicBoolean broken = new AtomicBoolean();
        List<WebSocketRoute> lines = new ArrayList<>();
        page.context().routeWebSocket(url -> url.contains("/chat/socket"), line -> {
            lines.add(line);
            if (broken.get()) {
                line.close();
            } else {
                line.connectToServer();
            }
        });
        page.context().route("**/api/v1/poll*", poll -> poll.abort());
        page.reload();
        ChatSocket nadia = nadia();
        assertThat(row("Nadia")).isVisible();
        broken.set(true);
        lines.get(lines.size() - 1).close();
        Locator warning = page.getByText("This list is not current");
        assertThat(warning).isVisible();
        assertThat(row("Nadia")).isVisible();
        nadia.send(Json.frame("page", "url", "https://shop.example/pay", "title", "Payment"));
        broken.set(false);
        assertThat(row("Payment")).isVisible();
        assertThat(warning).isHidden();
    }

    @Test
    void manyShouldBeLeafedThroughAndSearchedAndNotMoveUnderThePointer() {
        page.mouse().move(0, 0);
        nadia();
        assertThat(row("Nadia")).isVisible();
        for (int i = 0; i < 50; i++) {
            come("https://shop.example/shelf/" + i, "Shelf");
        }
        assertThat(page.locator(".count")).containsText("51 visitors");
        assertThat(rows()).hasCount(50);
        desk.button("Older visitors").click();
        assertThat(rows()).hasCount(1);
        assertThat(row("Nadia")).isVisible();
        desk.button("Newer visitors").click();
        assertThat(rows()).hasCount(50);
        assertThat(row("Nadia")).hasCount(0);
        page.getByLabel("Name, page").fill("gold");
        assertThat(rows()).hasCount(1);

        row("Nadia").hover();
        come("https://shop.example/golden", "Golden");
        desk.button("Show 1 change").click();
        assertThat(rows().first()).containsText("Golden");
    }

    @Test
    void pageShouldFitOnAPhoneAndReadFromTheRight() {
        nadia();
        come();
        page.setViewportSize(360, 740);
        assertThat(row("Nadia")).isVisible();
        Accessible.check(page);
        Stage.picture("visitors-phone", page);
        row("Nadia").click();
        assertThat(rows().first()).isHidden();
        Accessible.check(page);
        Stage.picture("visitors-phone-chosen", page);
        desk.button("Close this panel").click();
        assertThat(row("Nadia").getByRole(AriaRole.BUTTON)).isFocused();

        page.navigate(parley().at("/console/?lang=ar") + "#/visitors/" + stage.site());
        page.setViewportSize(1280, 720);
        row("Nadia").click();
        assertThat(detail()).containsText("gold");
        Accessible.check(page);
        Stage.picture("visitors-arabic", page);
        page.setViewportSize(360, 740);
        Stage.picture("visitors-arabic-phone", page);
    }

    /**
     * A visitor with attributes of the page, and a name that differs from the hexadecimal ones of nameless visitors.
     */
    private ChatSocket nadia() {
        JsonNode answer = Http.to(parley().at("/api/v1/visitors"))
                .post(Json.object("site", stage.site(), "attributes", Map.of("name", "Nadia", "plan", "gold")))
                .expect(201);
        ChatSocket socket = new Cast.Visitor(
                        cast,
                        answer.path("visitor").asText(),
                        answer.path("token").asText())
                .live();
        socket.send(Json.frame(
                "page",
                "url",
                "https://shop.example/cart?step=1",
                "title",
                "Cart",
                "referrer",
                "https://search.example/"));
        return socket;
    }

    /** Somebody without a name. */
    private void come(String url, String title) {
        cast.visitorOf(stage.site()).live().send(Json.frame("page", "url", url, "title", title));
    }

    /** The guest's page has consent. */
    private void come() {
        guest.page.waitForFunction("typeof Parley.consent === 'function'");
        guest.page.evaluate("Parley.consent(true)");
        assertThat(row("A shop")).isVisible();
    }

    private void invite(String mode, String text, String button) {
        detail().getByLabel(mode).check();
        detail().getByLabel("Message to the visitor").fill(text);
        desk.button(button).click();
    }

    private Locator rows() {
        return page.locator("console-visitors parley-list-item");
    }

    private Locator row(String text) {
        return rows().filter(new Locator.FilterOptions().setHasText(text));
    }

    private Locator detail() {
        return page.locator("console-visitors aside");
    }

    private Locator count(String name) {
        return page.locator("console-invitation-counts div")
                .filter(new Locator.FilterOptions().setHasText(name))
                .locator("dd");
    }
}
