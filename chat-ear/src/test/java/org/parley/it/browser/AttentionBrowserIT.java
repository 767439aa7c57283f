package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;

/** What the desk calls to an operator's attention, and what it may say that they have seen. The visitors are played. */
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
        unreadUntil(ada, "The lists stand there", () -> {}, () -> desk.openOwn("The lists stand there"));
        unreadUntil(
                ada,
                "The panel covers a phone",
                () -> page.keyboard().press("Alt+Shift+KeyV"),
                () -> page.keyboard().press("Alt+Shift+KeyV"));
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

    /** Badge and title are of one opinion. */
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

        /** How far an operator says to have read. */
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
