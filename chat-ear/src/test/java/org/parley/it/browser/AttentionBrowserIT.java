package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Json;

/** What the desk brings to an operator's attention, and what counts as seen. The visitors are played. */
class AttentionBrowserIT extends BrowserSuite {

    private Cast cast;
    private DeskPage desk;
    private Page page;

    @BeforeEach
    void enter() {
        cast = new Cast(parley());
        desk = stage.desk(stage.browser().newPage());
        page = desk.page;
    }

    @AfterEach
    void leave() throws IOException {
        cast.close();
    }

    @Test
    void whatWasPushedOutOfSightShouldStayUnread() {
        Asking ada = ask("Was I seen first ");
        desk.waiting(ada.question).click();
        Locator preview = desk.pane(ada.question);
        assertThat(preview.locator("console-history")).isVisible();
        assertThat(ada.hasRead()).isZero();
        preview.locator(".notice parley-button[variant=primary]").click();
        assertThat(preview.locator("console-composer")).isVisible();
        for (int i = 0; i < 3; i++) {
            accept(ask("And I later "));
        }
        assertThat(desk.pane(ada.question)).hasCount(0);

        int unseen = ada.say("Is anybody there?");
        assertUnread(1);
        assertThat(ada.hasRead()).isLessThan(unseen);
        desk.openOwn("Is anybody there?");
        assertUnread(0);
        ada.awaitRead(unseen);
    }

    @Test
    void whatNobodyCanSeeShouldStayUnread() {
        Asking ada = ask("Am I seen ");
        accept(ada);
        unreadUntil(
                ada,
                "Above stands a dialog",
                () -> page.keyboard().press("Alt+Shift+KeyK"),
                () -> page.keyboard().press("Escape"));
        unreadUntil(
                ada,
                "Another page stands there",
                () -> page.keyboard().press("Alt+Shift+KeyL"),
                () -> page.keyboard().press("Alt+Shift+KeyL"));
        unreadUntil(ada, "Another window has the focus", () -> page.evaluate("""
                () => {
                  document.hasFocus = () => false;
                  dispatchEvent(new Event('blur'));
                }"""), () -> page.evaluate("""
                () => {
                  delete document.hasFocus;
                  dispatchEvent(new Event('focus'));
                }"""));
        unreadUntil(ada, "Another tab is seen", () -> page.evaluate("""
                () => {
                  Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true});
                  document.dispatchEvent(new Event('visibilitychange'));
                }"""), () -> page.evaluate("""
                () => {
                  delete document.visibilityState;
                  document.dispatchEvent(new Event('visibilitychange'));
                }"""));
        page.setViewportSize(390, 780);
        unreadUntil(
                ada,
                "The lists stand there",
                () -> desk.button("Back to the lists").click(),
                () -> desk.openOwn("The lists stand there"));
    }

    @Test
    void whatBecomesOfAConversationShouldBeToldAndItsPastStayReadable() {
        Asking ada = ask("Who is my operator ");
        accept(ada);
        Locator pane = desk.pane(ada.question);
        desk.write(pane, "I am.");
        assertThat(desk.bubble("I am.")).isVisible();
        ada.socket.awaitKind(ada.conversation, "assigned");
        Cast.Operator sam = cast.staff("chat-supervisor");
        sam.live().ack("takeover", "conversation", ada.conversation);
        assertThat(page.getByText(sam.name() + " has taken over your conversation"))
                .isVisible();
        assertThat(pane.getByText("Taken by " + sam.name())).isVisible();
        assertThat(desk.bubble("I am.")).isVisible();
        Accessible.check(page);
        Stage.picture("desk-taken", page);
        everyAreaShouldTakeTheFocus();
        page.reload();
        assertThat(desk.bubble("I am.")).isVisible();
        assertThat(pane.getByText("This conversation is not yours any more.")).isVisible();
        assertThat(pane.getByRole(AriaRole.TEXTBOX)).hasCount(0);
        Accessible.check(page);
        Stage.picture("desk-taken-reloaded", page);
        pane.locator(".header parley-button").last().focus();
        page.keyboard().press("Alt+Shift+KeyH");
        assertThat(pane).hasCount(0);
        page.reload();
        assertThat(page.getByText("Nobody is waiting.")).isVisible();
        assertThat(pane).hasCount(0);

        Asking ben = ask("Who ends this ");
        accept(ben);
        ben.socket.ack("close", "conversation", ben.conversation);
        assertThat(page.getByText("has ended the conversation.").first()).isVisible();
    }

    @Test
    void thePastShouldGoWithWhoSignsOut() {
        Asking ada = ask("Who forgets me ");
        accept(ada);
        ada.socket.awaitKind(ada.conversation, "assigned");
        Cast.Operator sam = cast.staff("chat-supervisor");
        sam.live().ack("takeover", "conversation", ada.conversation);
        assertThat(desk.pane(ada.question).getByText("Taken by " + sam.name())).isVisible();
        page.reload();
        assertThat(desk.bubble(ada.question)).isVisible();
        signOut();
        stage.login(desk);
        assertThat(page.getByText("Nobody is waiting.")).isVisible();
        assertThat(desk.bubble(ada.question)).hasCount(0);
    }

    /** F6 goes round through all areas. */
    private void everyAreaShouldTakeTheFocus() {
        List<Object> seen = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            Object before = area();
            page.keyboard().press("F6");
            await().until(() -> !Objects.equals(before, area()));
            seen.add(area());
        }
        assertThat(seen).contains("console-status", "console-pane");
    }

    private Object area() {
        return page.locator("console-desk").evaluate("desk => desk.shadowRoot.activeElement?.localName ?? null");
    }

    @Test
    void colleaguesShouldStandOnTheStaffsSide() {
        Asking ada = ask("Who said what ");
        Cast.Operator otto = cast.staff("chat-supervisor");
        ChatSocket device = otto.live();
        device.ack("takeover", "conversation", ada.conversation);
        device.ack("send", "conversation", ada.conversation, "text", "Otto says so");
        String department = ada.socket
                .await("conversation", frame -> frame.hasNonNull("department"))
                .at("/department/id")
                .asText();
        device.ack("transfer", "conversation", ada.conversation, "to", Json.object("department", department));
        accept(ada);
        Locator pane = desk.pane(ada.question);
        desk.write(pane, "And I agree");
        assertThat(desk.bubble("And I agree")).isVisible();
        Locator colleague = pane.locator(".message.staff:not(.own)");
        assertThat(colleague).containsText("Otto says so");
        assertThat(colleague.locator(".label")).hasText(otto.name());
        assertThat(pane.locator(".message:not(.staff)")).containsText(ada.question);
        assertThat(colleague.locator(".bubble").boundingBox().x)
                .isGreaterThan(desk.bubble(ada.question).boundingBox().x);
        Accessible.check(page);
        Stage.picture("desk-colleague", page);
    }

    @Test
    void nothingShouldCoverTheConversationOrLeaveItsPanel() {
        Asking ada = ask("Is there room ");
        accept(ada);
        page.keyboard().press("Alt+Shift+KeyV");
        Locator pane = desk.pane(ada.question);
        for (int width : List.of(1600, 1024, 760, 390)) {
            page.setViewportSize(width, 780);
            // The panes are measured after the window
            await().untilAsserted(() -> assertApart(pane, width));
            Stage.picture("desk-panel-" + width, page);
        }

        stage.admin("/canned-replies/" + UUID.randomUUID())
                .put(Json.object("site", stage.site(), "shortcut", "long", "language", "en", "text", "W".repeat(200)))
                .expect(200);
        stage.admin("/sites/" + stage.site())
                .put(Json.object("visitors", "trail"))
                .expect(200);
        page.setViewportSize(1280, 720);
        cast.visitorOf(stage.site()).live().send(Json.frame("page", "url", "https://shop.example/", "title", "Shop"));
        page.evaluate("location.hash = '#/visitors'");
        page.locator("console-visitors parley-list-item", new Page.LocatorOptions().setHasText("Shop"))
                .click();
        Locator replies = page.locator("console-invite select[name=reply]");
        assertThat(replies).isVisible();
        BoundingBox aside = page.locator("console-visitors aside").boundingBox();
        for (Locator part : List.of(replies, page.locator("console-invite parley-button[type=submit]"))) {
            BoundingBox box = part.boundingBox();
            assertThat(box.x + box.width).isLessThanOrEqualTo(aside.x + aside.width);
        }
        Stage.picture("visitors-canned", page);
    }

    private static void assertApart(Locator pane, int width) {
        BoundingBox panel = pane.locator("console-visitor").boundingBox();
        for (String part : List.of("console-history", "console-composer")) {
            assertThat(pane.locator(part)).isVisible();
            BoundingBox box = pane.locator(part).boundingBox();
            assertThat(box.height).as(part + " at " + width).isGreaterThan(40);
            assertThat(overlap(box, panel)).as(part + " at " + width).isFalse();
        }
    }

    @Test
    void whoSignsOutShouldSayWhatBecomesOfTheirConversations() {
        VisitorPage ada = stage.visitor(stage.browser().newPage());
        ada.openChat();
        String question = Cast.unique("Who is there ");
        ada.start(question);
        desk.accept(question);
        Locator pane = desk.pane(question);
        assertThat(pane.locator(".header").getByText("Here", new Locator.GetByTextOptions().setExact(true)))
                .isVisible();
        signOut();
        assertThat(page.getByText("You still have 1 conversation")).isVisible();
        Accessible.check(page);
        Stage.picture("desk-sign-out", page);
        desk.button("Keep them until I am back").click();
        Locator away = ada.note("Away. Answers when back, or a colleague does after");
        assertThat(away).isVisible();
        Accessible.check(ada.page);
        Stage.picture("visitor-away", ada.page);
        stage.login(desk);
        assertThat(away).hasCount(0);

        assertThat(desk.page.locator("console-conversations")).containsText(question);
        ada.page.navigate("about:blank");
        assertThat(pane.getByText("Gone for")).isVisible();
        assertThat(desk.page.locator("console-conversations")).containsText("Gone for");
        Accessible.check(page);
        Stage.picture("desk-gone", page);
        signOut();
        desk.button("Hand over").click();
        assertThat(page.getByLabel("User name")).isVisible();
        ada.page.navigate(stage.shop().origin());
        assertThat(ada.note("Olivia has passed the chat on. A colleague from")).isVisible();
        assertThat(ada.note("Waiting for an answer")).isVisible();
        Stage.picture("visitor-handed-over", ada.page);
        stage.login(desk);
        assertThat(desk.waiting(question)).isVisible();
        desk.accept(question);
        page.close();
        assertThat(ada.note("Not here at the moment. If it stays so, a colleague takes over at"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(90_000));
        Accessible.check(ada.page);
        Stage.picture("visitor-gone", ada.page);
    }

    private void signOut() {
        page.locator("console-menu parley-button").first().click();
        desk.button("Sign out").click();
    }

    private static boolean overlap(BoundingBox one, BoundingBox other) {
        return one.x < other.x + other.width
                && other.x < one.x + one.width
                && one.y < other.y + other.height
                && other.y < one.y + one.height;
    }

    private void unreadUntil(Asking visitor, String words, Runnable hide, Runnable show) {
        assertUnread(0);
        hide.run();
        int unseen = visitor.say(words);
        assertUnread(1);
        assertThat(visitor.hasRead()).as(words).isLessThan(unseen);
        show.run();
        assertUnread(0);
        visitor.awaitRead(unseen);
    }

    /** Badge and title have the same count. */
    private void assertUnread(int count) {
        assertThat(page.locator("console-conversations parley-badge[tone=strong]"))
                .hasCount(count);
        Pattern counted = Pattern.compile("^\\(\\d+\\)");
        if (count == 0) {
            assertThat(page).not().hasTitle(counted);
        } else {
            assertThat(page).hasTitle(counted);
        }
    }

    private void accept(Asking visitor) {
        desk.accept(visitor.question);
        assertThat(desk.pane(visitor.question).locator("console-composer")).isVisible();
    }

    private Asking ask(String words) {
        String question = Cast.unique(words);
        ChatSocket socket = cast.visitorOf(stage.site()).live();
        return new Asking(
                question,
                socket,
                socket.ack("start", "text", question).path("conversation").asText());
    }

    /** A visitor with a question. */
    private record Asking(String question, ChatSocket socket, String conversation) {

        int say(String text) {
            return socket.ack("send", "conversation", conversation, "text", text)
                    .path("seq")
                    .asInt();
        }

        /** How far the operator has read. */
        int hasRead() {
            return socket.frames("receipt").stream()
                    .filter(receipt -> "operator"
                            .equals(receipt.path("participant").path("kind").asText()))
                    .mapToInt(receipt -> receipt.path("read").asInt())
                    .max()
                    .orElse(0);
        }

        void awaitRead(int seq) {
            socket.await("receipt", receipt -> receipt.path("read").asInt() >= seq);
        }
    }
}
