package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.Json;

/** What the visitor sees: the queue, nobody there, the end. The far end of the socket is played. */
class VisitorSideBrowserIT extends BrowserSuite {

    private PlayedServer played;
    private VisitorPage visitor;

    @BeforeEach
    void enter() {
        BrowserContext browser = stage.browser();
        played = new PlayedServer(browser);
        visitor = stage.visitor(browser.newPage());
    }

    @Test
    void whoFindsNobodyShouldLeaveAMessageWithoutWritingItAgain() {
        visitor.openChat();
        visitor.widget().getByLabel("Your message").fill("Do you ship to Norway?");
        button("Start the chat").click();
        JsonNode refused = next("start", 1);
        played.say("error", "re", refused.path("id").asText(), "code", "unreachable", "message", "Nobody is there.");

        assertThat(visitor.widget().getByText("Leave us a message")).isVisible();
        assertThat(visitor.widget().getByLabel("Your name")).isFocused();
        assertThat(visitor.widget().getByLabel("Your message")).hasValue("Do you ship to Norway?");
        Accessible.check(visitor.page);
        Stage.picture("offline-form", visitor.page);
        visitor.widget().getByLabel("Your name").fill("Ada");
        visitor.widget().getByLabel("Your e-mail address").fill("no address");
        visitor.widget().getByLabel("Your message").press("Enter");
        visitor.widget().getByLabel("Your e-mail address").fill("ada@example.com");
        button("Leave the message").click();
        JsonNode left = next("start", 2);
        assertThat(left.path("offline").asBoolean()).isTrue();
        assertThat(left.path("text").asText()).isEqualTo("Do you ship to Norway?");
        assertThat(left.path("form")).isEqualTo(Json.object("name", "Ada", "email", "ada@example.com"));

        played.acknowledge(left, "conversation", "c-1", "created", true);
        played.summarize("c-1", 1, "queued", "leftMessage", true);
        assertThat(visitor.widget().locator("header")).containsText("We have your message");
        assertThat(visitor.widget().locator(".queue")).containsText("Your message has arrived");
        Accessible.check(visitor.page);
        Stage.picture("offline-left", visitor.page);
    }

    @Test
    void somebodyWhoComesShouldMakeTheFormNeedless() {
        visitor.openChat();
        present(false);
        assertThat(visitor.widget().locator("header")).containsText("Nobody is here at the moment");
        visitor.widget().getByLabel("Your message").fill("Hello?");
        button("Start the chat").click();
        JsonNode refused = next("start", 1);
        played.say("error", "re", refused.path("id").asText(), "code", "unreachable", "message", "Nobody is there.");
        assertThat(button("Leave the message")).isVisible();

        present(true);
        assertThat(visitor.widget().locator("header")).containsText("We answer right now");
        assertThat(button("Start the chat")).isVisible();
        assertThat(visitor.widget().getByLabel("Your message")).hasValue("Hello?");
    }

    @Test
    void firstScreenShouldPromiseNobodyWhoIsNotThere() {
        visitor.openChat();
        Locator welcome = visitor.widget().locator(".welcome");
        present("accepting", true, "staffed", true, "letsStart", true);
        assertThat(welcome).containsText("answers right here");
        present("staffed", true, "letsStart", true);
        assertThat(welcome).containsText("as soon as one of us is free");
        assertThat(visitor.widget().locator("header")).containsText("as soon as one of us is free");
        present("letsStart", true);
        assertThat(welcome).containsText("Nobody is here at the moment. Write to us, and we answer later.");
        assertThat(button("Start the chat")).isVisible();
        Accessible.check(visitor.page);
        Stage.picture("first-away", visitor.page);

        visitor.widget().getByLabel("Your message").fill("Hello?");
        present("open", false, "letsStart", false, "opens", "2030-01-07T08:00:00.000Z");
        assertThat(welcome).containsText("Leave us a message");
        assertThat(visitor.widget().getByLabel("Your name")).isVisible();
        assertThat(visitor.widget().getByLabel("Your message")).hasValue("Hello?");
        assertThat(visitor.widget().locator("header")).containsText("Back Monday");
        Accessible.check(visitor.page);
        Stage.picture("first-closed", visitor.page);
        present("letsStart", true);
        start("Hello?");
        assertThat(visitor.widget().locator(".queue")).containsText("Nobody is here at the moment");
    }

    @Test
    void whoWaitsForNobodyShouldBeOfferedToLeaveAMessage() {
        played.patience(1);
        visitor.openChat();
        present("letsStart", true);
        start("Hello?");
        assertThat(button("Leave the message")).isVisible();
        Accessible.check(visitor.page);
        Stage.picture("queue-leave", visitor.page);
        present(true);
        assertThat(button("Leave the message")).hasCount(0);
        present(false);
        visitor.widget().getByLabel("Your name").fill("Ada");
        visitor.widget().getByLabel("Your e-mail address").fill("ada@example.com");
        button("Leave the message").click();
        JsonNode left = next("start", 2);
        assertThat(left.path("offline").asBoolean()).isTrue();
        assertThat(left.has("text")).isFalse();
        assertThat(left.path("form")).isEqualTo(Json.object("name", "Ada", "email", "ada@example.com"));
        played.acknowledge(left, "conversation", "c-1", "created", false);
        played.summarize("c-1", 2, "queued", "leftMessage", true);
        assertThat(button("Leave the message")).hasCount(0);
    }

    @Test
    void placeInTheQueueShouldBeSeenAtOnceAndReadOutCalmly() {
        visitor.openChat();
        start("A question");
        played.say("queue", "conversation", "c-1", "position", 7, "waiting", 540);
        assertThat(visitor.widget().locator(".queue"))
                .hasText("You are number 7 in the queue. About 9 minutes to wait.");
        Locator readOut = visitor.widget().locator("main > p[role=status]");
        String first = readOut.textContent();
        for (int position = 6; position > 2; position--) {
            played.say("queue", "conversation", "c-1", "position", position, "waiting", 60);
        }
        assertThat(visitor.widget().locator(".queue")).containsText("You are number 3");
        assertThat(first).isNotBlank();
        assertThat(readOut).hasText(first);
        Accessible.check(visitor.page);
        Stage.picture("queue", visitor.page);
    }

    @Test
    void endedConversationShouldGoOnWhenTheVisitorWantsTo() {
        visitor.openChat();
        start("A question");
        String soon = Instant.now().plus(5, ChronoUnit.MINUTES).toString();
        played.summarize("c-1", 2, "active", "owner", PlayedServer.OLIVIA);
        played.log("c-1", 1, "assigned", PlayedServer.OLIVIA, "data", Json.object("name", "Olivia"));
        played.log("c-1", 2, "idle", PlayedServer.SYSTEM, "data", Json.object("closes", soon));
        assertThat(visitor.note("Are you still there?")).isVisible();
        played.log("c-1", 3, "closed", PlayedServer.SYSTEM, "data", Json.object("reason", "idle"));
        played.summarize("c-1", 3, "closed", "closed", Instant.now().toString());
        assertThat(visitor.note("quiet for long")).isVisible();
        Accessible.check(visitor.page);
        Stage.picture("ended", visitor.page);

        button("Continue this conversation").click();
        JsonNode reopen = next("reopen", 1);
        assertThat(reopen.path("conversation").asText()).isEqualTo("c-1");
        played.acknowledge(reopen, "conversation", "c-1");
        played.log("c-1", 4, "reopened", PlayedServer.SYSTEM);
        played.summarize("c-1", 4, "queued", "closed", null);
        assertThat(visitor.note("opened again")).isVisible();
        assertThat(visitor.widget().getByLabel("Write a message")).isFocused();
    }

    @Test
    void dotsShouldEndWhenNobodyTypesOrTheirWriterHasNoPartAnyMore() {
        visitor.openChat();
        start("A question");
        Locator dots = visitor.widget().locator(".typing");
        record End(String status, ObjectNode owner) {}
        int version = 2;
        for (End end : List.of(
                new End("active", PlayedServer.BEN), new End("queued", null), new End("closed", PlayedServer.OLIVIA))) {
            played.summarize("c-1", version++, "active", "owner", PlayedServer.OLIVIA);
            typing("c-1");
            assertThat(dots).isVisible();
            typing("c-1", "text", "");
            assertThat(dots).hasCount(0);
            typing("c-1");
            assertThat(dots).isVisible();
            typing("c-2", "text", "");
            assertThat(dots).isVisible();
            played.summarize("c-1", version++, end.status(), "owner", end.owner());
            assertThat(dots).hasCount(0);
        }
    }

    @Test
    void whoStopsWritingShouldSaySo() {
        visitor.openChat();
        start("A question");
        Locator field = visitor.widget().getByLabel("Write a message");
        field.pressSequentially("Ada");
        assertThat(next("typing", 1).path("text").asText()).isEqualTo("A");
        visitor.page.getByRole(AriaRole.HEADING).first().click();
        visitor.page.waitForCondition(() -> played.of("typing")
                .get(played.of("typing").size() - 1)
                .path("text")
                .asText()
                .isEmpty());
    }

    @Test
    void openingShouldPutTheFocusIntoTheFieldAsSoonAsItExists() {
        List<Route> held = new ArrayList<>();
        visitor.page.route("**/api/v1/visitors", held::add);
        visitor.openChat();
        assertThat(button("Minimise chat")).isFocused();
        visitor.page.waitForCondition(() -> !held.isEmpty());
        held.get(0).resume();
        assertThat(visitor.widget().getByLabel("Your message")).isFocused();
    }

    @Test
    void keysOfAnInputMethodShouldCloseAndSendNothing() {
        visitor.openChat();
        Locator field = visitor.widget().getByLabel("Your message");
        field.fill("にほん");
        for (String key : List.of("Escape", "Enter")) {
            field.evaluate(
                    "(field, key) => [{isComposing: true}, {keyCode: 229}].forEach((composing) => field.dispatchEvent("
                            + "new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true, ...composing})))",
                    key);
        }
        assertThat(field).isVisible();
        assertThat(played.of("start")).isEmpty();
        field.press("Escape");
        assertThat(field).isHidden();
    }

    @Test
    void halfWrittenTextShouldGoOnWhereverTheVisitorDoes() {
        visitor.openChat();
        start("A question");
        visitor.widget().getByLabel("Write a message").fill("But what I wanted to");
        played.summarize("c-1", 2, "closed", "closed", Instant.now().toString());
        button("Start a new conversation").click();
        assertThat(visitor.widget().getByLabel("Your message")).hasValue("But what I wanted to");
        assertThat(visitor.widget().getByLabel("Your message")).isFocused();
    }

    @Test
    void conversationThatCannotGoOnShouldSaySo() {
        visitor.openChat();
        start("A question");
        played.summarize("c-1", 2, "closed", "closed", Instant.now().toString());
        button("Continue this conversation").click();
        JsonNode reopen = next("reopen", 1);
        played.say("error", "re", reopen.path("id").asText(), "code", "conflict", "message", "Too late.");
        assertThat(visitor.note("can no longer be continued")).isVisible();
        assertThat(button("Start a new conversation")).isVisible();
    }

    @Test
    void mergedConversationsShouldBeOneAndSendToTheOneThatIsAlive() {
        visitor.openChat();
        start("In the old one");
        played.log("c-1", 1, "message", PlayedServer.OLIVIA, "text", "Answered in the old one");
        played.summarize("c-0", 1, "active", "owner", PlayedServer.OLIVIA);
        played.log("c-0", 1, "message", PlayedServer.OLIVIA, "text", "In the one that is alive");
        played.log("c-1", 2, "merged", PlayedServer.OLIVIA, "data", Json.object("into", "c-0"));
        played.log("c-0", 2, "merged", PlayedServer.OLIVIA, "data", Json.object("from", "c-1"));
        played.summarize("c-1", 3, "closed", "mergedInto", "c-0");
        played.summarize("c-0", 2, "active", "owner", PlayedServer.OLIVIA, "merged", List.of("c-1"));

        assertThat(visitor.bubbles()).hasText(new String[] {"Answered in the old one", "In the one that is alive"});
        assertThat(visitor.note("was added to this one")).hasCount(1);
        visitor.write("Which one?");
        JsonNode sent = next("send", 1);
        assertThat(sent.path("conversation").asText()).isEqualTo("c-0");

        played.log("c-0", 3, "transferred", PlayedServer.OLIVIA, "data", Json.object("operator", "o-2", "name", "Ben"));
        played.log("c-0", 4, "assigned", PlayedServer.SYSTEM, "data", Json.object("operator", "o-2", "name", "Ben"));
        assertThat(visitor.note("The chat was passed on to Ben")).isVisible();
        assertThat(visitor.note("You are now talking with Ben")).isVisible();
        played.say("error", "re", sent.path("id").asText(), "code", "forbidden", "message", "Blocked.");
        assertThat(visitor.note("You cannot write here at the moment. Nothing is lost"))
                .isVisible();
        assertThat(visitor.bubble("Which one?")).isVisible();
        Accessible.check(visitor.page);
        Stage.picture("merged-forbidden", visitor.page);
    }

    /** With the real far end. */
    @Test
    void visitorShouldSeeWhetherAnybodyAnswersAndTheirPlaceInTheQueue() {
        VisitorPage guest = stage.visitor(stage.browser().newPage());
        guest.openChat();
        Locator header = guest.widget().locator("header");
        assertThat(header).containsText("Nobody is here at the moment");
        BrowserContext operator = stage.browser();
        stage.desk(operator.newPage());
        assertThat(header).containsText("We answer right now");
        operator.close();
        assertThat(header).containsText("Nobody is here at the moment");
        guest.start("Is anybody there?");
        assertThat(guest.widget().locator(".queue")).containsText("You are number 1 in the queue.");
    }

    /** With the real far end. */
    @Test
    void messageThatIsLeftShouldReachTheQueue() {
        stage.admin("/sites/" + stage.site() + "/departments/support")
                .put(Json.object("mayWait", false))
                .expect(200);
        VisitorPage guest = stage.visitor(stage.browser().newPage());
        String question = Cast.unique("Do you ship to Norway? ");
        guest.openChat();
        guest.widget().getByLabel("Your name").fill("Ada");
        guest.widget().getByLabel("Your message").fill(question);
        guest.widget().getByLabel("Your e-mail address").fill("ada@example.com");
        guest.widget().getByText("Leave the message").click();
        assertThat(guest.widget().locator(".queue")).containsText("Your message has arrived");
        guest.page.reload();
        assertThat(guest.widget().locator("header")).containsText("We have your message");

        DeskPage desk = stage.desk(stage.browser().newPage());
        assertThat(desk.waiting(question)).containsText("Left a message");
    }

    @Test
    void phoneInTheDarkAndInArabicShouldLookWell() {
        BrowserContext phone = stage.browser(new Browser.NewContextOptions()
                .setViewportSize(360, 640)
                .setColorScheme(ColorScheme.DARK)
                .setLocale("ar-EG"));
        PlayedServer far = new PlayedServer(phone);
        Page widget = phone.newPage();
        widget.navigate(stage.widget("ar"));
        widget.locator("textarea").fill("أين طلبي؟");
        widget.locator("form button").click();
        widget.waitForCondition(() -> !far.of("start").isEmpty());
        far.say("error", "re", far.of("start").get(0).path("id").asText(), "code", "unreachable", "message", "–");
        assertThat(widget.locator("input")).hasCount(2);
        Accessible.check(widget);
        Stage.picture("offline-form-ar-dark", widget);
        far.say(
                "invitation",
                "invitation",
                "i-1",
                "state",
                "delivered",
                "text",
                "مرحبًا",
                "author",
                PlayedServer.OLIVIA);
        assertThat(widget.locator(".invited")).isVisible();
        assertThat(widget.locator("input")).hasCount(0);
        Accessible.check(widget);
        Stage.picture("invitation-ar-dark", widget);
    }

    private void typing(String conversation, Object... text) {
        played.say(
                "typing",
                Stream.concat(
                                Stream.of("conversation", conversation, "participant", PlayedServer.OLIVIA),
                                Stream.of(text))
                        .toArray());
    }

    private void present(boolean accepting) {
        present("accepting", accepting, "staffed", accepting);
    }

    /** Sets the state of the only department; facts that are not named are false. */
    private void present(Object... facts) {
        next("hello", 1);
        ObjectNode department = Json.object("id", "d-1", "key", "support", "open", true, "staffed", false);
        played.say("presence", "departments", List.of(department.setAll(Json.object(facts))));
    }

    private void start(String text) {
        visitor.widget().getByLabel("Your message").fill(text);
        button("Start the chat").click();
        played.acknowledge(next("start", 1), "conversation", "c-1", "created", true);
        played.summarize("c-1", 1, "queued");
        assertThat(visitor.widget().locator(".queue")).isVisible();
    }

    /** The frame of this type with this number, from 1. */
    private JsonNode next(String type, int number) {
        visitor.page.waitForCondition(() -> played.of(type).size() >= number);
        return played.of(type).get(number - 1);
    }

    private Locator button(String name) {
        return visitor.widget().getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name));
    }
}
