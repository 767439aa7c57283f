package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.Json;

/** Double starts, of which other products make several conversations. */
class StartBrowserIT extends BrowserSuite {

    private final List<Runnable> held = new ArrayList<>();

    @Test
    void impatientClicksOnASlowNetworkShouldGiveOneConversation() {
        DeskPage desk = stage.desk(stage.browser().newPage());
        VisitorPage visitor = stage.visitor(slow(stage.browser()).newPage());
        String question = Cast.unique("Once ");
        visitor.openChat();
        visitor.widget().getByLabel("Your message").fill(question);
        Locator button = button(visitor, "Start the chat");
        button.dblclick();

        assertThat(button).hasAttribute("aria-busy", "true");
        assertThat(button).hasAttribute("aria-disabled", "true");
        assertThat(button).isFocused();
        assertThat(status(visitor)).containsText("already being started");
        visitor.widget().getByLabel("Your message").press("Enter");
        assertThat(status(visitor)).containsText("The connection is slow");
        assertThat(visitor.widget().getByLabel("Your message")).hasValue(question);
        Accessible.check(visitor.page);

        release();
        assertThat(visitor.bubble(question)).hasCount(1);
        assertThat(visitor.widget().getByLabel("Write a message")).isFocused();
        assertThat(desk.waiting(question)).hasCount(1);
        assertThat(held).as("starts that left").isEmpty();
    }

    @Test
    void reloadInTheMiddleShouldLoseNothingAndStartOnce() {
        DeskPage desk = stage.desk(stage.browser().newPage());
        VisitorPage visitor = stage.visitor(slow(stage.browser()).newPage());
        String question = Cast.unique("Kept ");
        visitor.openChat();
        visitor.widget().getByLabel("Your message").fill(question);
        button(visitor, "Start the chat").click();
        assertThat(button(visitor, "Start the chat")).hasAttribute("aria-busy", "true");
        visitor.page.waitForCondition(() -> held.size() == 1);

        visitor.page.reload();
        visitor.openChat();
        assertThat(button(visitor, "Start the chat")).hasAttribute("aria-busy", "true");
        assertThat(visitor.widget().getByLabel("Your message")).hasValue(question);
        visitor.page.waitForCondition(() -> held.size() == 2);
        release();
        assertThat(visitor.bubble(question)).hasCount(1);
        assertThat(desk.waiting(question)).hasCount(1);
    }

    @Test
    void twoTabsThatStartAtOnceShouldGiveOneConversationWithBothTexts() {
        DeskPage desk = stage.desk(stage.browser().newPage());
        BrowserContext browser = slow(stage.browser());
        List<VisitorPage> tabs = List.of(stage.visitor(browser.newPage()), stage.visitor(browser.newPage()));
        String question = Cast.unique("Twice ");
        for (VisitorPage tab : tabs) {
            tab.openChat();
            tab.widget().getByLabel("Your message").fill(question + tabs.indexOf(tab));
        }
        tabs.forEach(tab -> button(tab, "Start the chat").click());
        tabs.get(0).page.waitForCondition(() -> held.size() == 2);
        release();
        for (VisitorPage tab : tabs) {
            assertThat(tab.bubbles()).hasCount(2);
            assertThat(tab.bubble(question + "0")).hasCount(1);
            assertThat(tab.bubble(question + "1")).hasCount(1);
        }
        assertThat(desk.waiting(question)).hasCount(1);
    }

    /** Two codes exist only over HTTP: one is temporary, the other is not. */
    @Test
    void aServerThatIsKnownByAnotherAddressShouldBeToldAndALateRequestRepeated() {
        BrowserContext late = stage.browser();
        List<Integer> answers = new ArrayList<>(List.of(408));
        late.route(
                "**/api/v1/visitors", route -> answer(route, answers.isEmpty() ? 200 : answers.remove(0), "timeout"));
        VisitorPage patient = stage.visitor(late.newPage());
        patient.openChat();
        assertThat(patient.widget().getByLabel("Your message")).isVisible();
        assertThat(answers).isEmpty();

        BrowserContext astray = stage.browser();
        astray.route("**/api/v1/visitors", route -> answer(route, 421, "misdirected"));
        VisitorPage lost = stage.visitor(astray.newPage());
        lost.openChat();
        assertThat(lost.note("The chat is not available here")).isVisible();
    }

    private static void answer(Route route, int status, String code) {
        if (status == 200) {
            route.resume();
        } else {
            route.fulfill(new Route.FulfillOptions()
                    .setStatus(status)
                    .setContentType("application/problem+json")
                    .setBody(Json.object("code", code, "detail", "No.").toString()));
        }
    }

    @Test
    void waitingShouldLookWellOnAPhoneInTheDarkAndInArabic() {
        BrowserContext phone = slow(stage.browser(new Browser.NewContextOptions()
                .setViewportSize(360, 640)
                .setColorScheme(ColorScheme.DARK)
                .setLocale("ar-EG")));
        Page widget = phone.newPage();
        widget.navigate(stage.widget("ar"));
        widget.locator("textarea").fill("أين طلبي؟");
        widget.locator("form button").dblclick();
        assertThat(widget.locator(".welcome .note")).containsText("الاتصال بطيء");
        Accessible.check(widget);
        Stage.picture("start-slow-ar-dark", widget);
        release();
        assertThat(widget.locator(".bubble")).hasCount(1);
    }

    /** A network on which no `start` arrives before it is released. */
    private BrowserContext slow(BrowserContext browser) {
        browser.routeWebSocket(url -> url.contains("/chat/socket"), route -> {
            WebSocketRoute far = route.connectToServer();
            route.onMessage(frame -> {
                if (frame.text().contains("\"type\":\"start\"")) {
                    held.add(() -> far.send(frame.text()));
                } else {
                    far.send(frame.text());
                }
            });
        });
        return browser;
    }

    private void release() {
        List<Runnable> starts = List.copyOf(held);
        held.clear();
        starts.forEach(Runnable::run);
    }

    private static Locator button(VisitorPage visitor, String name) {
        return visitor.widget().getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name));
    }

    private static Locator status(VisitorPage visitor) {
        return visitor.widget().locator(".welcome .note");
    }
}
