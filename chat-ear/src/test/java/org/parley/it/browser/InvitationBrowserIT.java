package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;

/** Visitors who have not written: what is told of them with their consent, and how they are invited. */
class InvitationBrowserIT extends BrowserSuite {

    private PlayedServer played;
    private VisitorPage visitor;

    @BeforeEach
    void enter() {
        BrowserContext browser = stage.browser();
        played = new PlayedServer(browser);
        visitor = stage.visitor(browser.newPage());
    }

    @Test
    void invitationShouldStandAboveTheButtonAndBeAnsweredInTheWindow() {
        consent();
        invite("invite");
        Locator card = visitor.page.locator("parley-chat .card");
        assertThat(card).containsText("May I help you to find the right size?");
        assertThat(card).containsText("Olivia");
        states("shown");
        Accessible.check(visitor.page);
        Stage.picture("invitation", visitor.page);

        card.getByText("Answer").click();
        states("shown", "answered");
        assertThat(card).isHidden();
        played.summarize("c-1", 1, "active", "owner", PlayedServer.OLIVIA);
        played.log("c-1", 1, "message", PlayedServer.OLIVIA, "text", "May I help you to find the right size?");
        assertThat(visitor.bubble("the right size")).isVisible();
        assertThat(visitor.widget().getByLabel("Write a message")).isFocused();
    }

    @Test
    void invitationShouldFitOnAPhone() {
        visitor.page.setViewportSize(360, 640);
        consent();
        invite("invite");
        assertThat(visitor.page.locator("parley-chat .card")).isInViewport();
        Accessible.check(visitor.page);
        Stage.picture("invitation-phone", visitor.page);
    }

    @Test
    void invitationShouldGoAwayWhenTheVisitorSaysNoOrItExpires() {
        consent();
        invite("invite");
        Locator card = visitor.page.locator("parley-chat .card");
        card.getByText("No, thank you").click();
        states("shown", "dismissed");
        assertThat(card).isHidden();
        assertThat(visitor.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open chat")))
                .isFocused();

        played.say("invitation", "invitation", "i-2", "state", "delivered", "mode", "invite", "text", "Still there?");
        assertThat(card).containsText("Still there?");
        played.say("invitation", "invitation", "i-2", "state", "expired");
        assertThat(card).isHidden();
    }

    @Test
    void invitationShouldOnlyCountAsShownWhenItIsOnTheScreen() {
        consent();
        visitor.page.evaluate("Parley.hide()");
        invite("invite");
        assertThat(visitor.page.locator("parley-chat .card")).hasText(Pattern.compile("right size"));
        assertThat(played.of("invitation")).isEmpty();
        visitor.page.evaluate("Parley.show()");
        states("shown");
    }

    @Test
    void invitationShouldBeAskedInTheWindowWhenThatIsOpen() {
        visitor.openChat();
        assertThat(button("Start the chat")).isVisible();
        invite("invite");
        states("shown");
        assertThat(visitor.page.locator("parley-chat .card")).isHidden();
        assertThat(visitor.bubble("the right size")).isVisible();
        Accessible.check(visitor.page);
        Stage.picture("invitation-in-window", visitor.page);
        button("No, thank you").click();
        states("shown", "dismissed");
        assertThat(button("Start the chat")).isVisible();
    }

    @Test
    void firstMessageToSomebodyWhoInvitesShouldBeTheAnswer() {
        visitor.openChat();
        visitor.widget().getByLabel("Your message").fill("Which size is 42?");
        invite("invite");
        states("shown");
        button("Start the chat").click();
        states("shown", "answered");
        played.summarize("c-1", 1, "active", "owner", PlayedServer.OLIVIA);
        JsonNode sent = next("send", 1);
        assertThat(sent.path("conversation").asText()).isEqualTo("c-1");
        assertThat(sent.path("text").asText()).isEqualTo("Which size is 42?");
        assertThat(played.of("start")).isEmpty();
    }

    @Test
    void conversationThatAnOperatorBeginsShouldOpenTheWindow() {
        consent();
        played.summarize("c-1", 1, "active", "owner", PlayedServer.OLIVIA);
        played.log("c-1", 1, "message", PlayedServer.OLIVIA, "text", "Hello from the shop");
        invite("open");
        assertThat(visitor.bubble("Hello from the shop")).isVisible();
        states("shown");
        visitor.write("Oh, hello!");
        states("shown", "answered");
    }

    @Test
    void nothingShouldBeLoadedAndNoPageToldWithoutConsent() {
        assertThat(visitor.page.locator("parley-chat iframe")).hasCount(0);
        consent();
        JsonNode first = next("page", 1);
        assertThat(first.path("url").asText()).isEqualTo(visitor.page.url());
        assertThat(first.path("title").asText()).isEqualTo("A shop");
        String start = visitor.page.url();
        visitor.page.evaluate("document.title = 'Shoes'; history.pushState(null, '', '/shoes')");
        JsonNode second = next("page", 2);
        assertThat(List.of(
                        second.path("url").asText(),
                        second.path("title").asText(),
                        second.path("referrer").asText()))
                .containsExactly(visitor.page.url(), "Shoes", start);

        visitor.page.evaluate("Parley.consent(false)");
        assertThat(visitor.page.locator("parley-chat iframe")).hasCount(0);
    }

    /** With the real far end. */
    @Test
    void staffShouldSeeThePageOfAVisitorWhoHasAgreed() throws IOException {
        try (Cast cast = new Cast(parley())) {
            ChatSocket watcher = cast.staff("chat-supervisor").live(); // Olivia alone serves the shop
            VisitorPage guest = guest();
            JsonNode seen = awaitOnBoard(watcher, guest);
            assertThat(seen.path("title").asText()).isEqualTo("A shop");
            guest.page.evaluate("Parley.consent(false)");
            watcher.await(
                    "visitor",
                    one -> one.path("visitor").equals(seen.path("visitor"))
                            && one.path("left").asBoolean());
        }
    }

    /** With the real far end. */
    @Test
    void operatorShouldHearWhatBecomesOfAnInvitation() throws IOException {
        try (Cast cast = new Cast(parley())) {
            ChatSocket operator = cast.staff("chat-supervisor").live(); // Olivia alone serves the shop
            VisitorPage guest = guest();
            String invitation =
                    invite(operator, guest, "invite").path("invitation").asText();
            Locator card = guest.page.locator("parley-chat .card");
            assertThat(card).containsText("May I help you?");
            awaitState(operator, invitation, "shown");
            card.getByText("Answer").click();
            awaitState(operator, invitation, "answered");
            assertThat(guest.bubble("May I help you?")).isVisible();
            guest.write("Yes, please.");
            operator.await("entry", entry -> entry.path("text").asText().equals("Yes, please."));
            assertThat(guest.widget().locator("header h1")).not().hasText("Chat with us");
        }
    }

    @Test
    void windowShouldOpenForAConversationThatARealOperatorBegins() throws IOException {
        try (Cast cast = new Cast(parley())) {
            ChatSocket operator = cast.staff("chat-supervisor").live(); // Olivia alone serves the shop
            VisitorPage guest = guest();
            JsonNode ack = invite(operator, guest, "open");
            assertThat(guest.bubble("May I help you?")).isVisible();
            awaitState(operator, ack.path("invitation").asText(), "shown");
            guest.write("Oh, hello!");
            awaitState(operator, ack.path("invitation").asText(), "answered");
            operator.await("entry", entry -> entry.path("text").asText().equals("Oh, hello!"));
        }
    }

    private void consent() {
        visitor.page.waitForFunction("typeof Parley.consent === 'function'");
        visitor.page.evaluate("Parley.consent(true)");
        next("page", 1);
    }

    private void invite(String mode) {
        played.say(
                "invitation",
                "invitation",
                "i-1",
                "state",
                "delivered",
                "mode",
                mode,
                "text",
                "May I help you to find the right size?",
                "author",
                PlayedServer.OLIVIA);
    }

    private void states(String... expected) {
        visitor.page.waitForCondition(() -> played.of("invitation").size() >= expected.length);
        assertThat(played.of("invitation").stream()
                        .map(frame -> frame.path("state").asText()))
                .containsExactly(expected);
    }

    /** The frame of this type with this number, from 1. */
    private JsonNode next(String type, int number) {
        visitor.page.waitForCondition(() -> played.of(type).size() >= number);
        return played.of(type).get(number - 1);
    }

    private Locator button(String name) {
        return visitor.widget().getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name));
    }

    /** Somebody else's browser, with the real far end, whose host page has consent. */
    private VisitorPage guest() {
        VisitorPage guest = stage.visitor(stage.browser().newPage());
        guest.page.waitForFunction("typeof Parley.consent === 'function'");
        guest.page.evaluate("Parley.consent(true)");
        return guest;
    }

    private static JsonNode awaitOnBoard(ChatSocket operator, VisitorPage guest) {
        operator.ack("watch", "topics", List.of("visitors"));
        String page = guest.page.url();
        return operator.await("visitor", one -> one.path("page").asText().equals(page));
    }

    private static JsonNode invite(ChatSocket operator, VisitorPage guest, String mode) {
        String visitor =
                awaitOnBoard(operator, guest).path("visitor").path("id").asText();
        return operator.ack("invite", "visitor", visitor, "text", "May I help you?", "mode", mode);
    }

    private static JsonNode awaitState(ChatSocket operator, String invitation, String state) {
        return operator.await(
                "invitation",
                frame -> frame.path("invitation").asText().equals(invitation)
                        && frame.path("state").asText().equals(state));
    }
}
