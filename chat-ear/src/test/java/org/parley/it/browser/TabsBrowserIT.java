package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;

/** Several tabs of one person (ADR-0015). */
class TabsBrowserIT extends BrowserSuite {

    private final List<WebSocket> sockets = new ArrayList<>();

    @Test
    void threeTabsShouldShareOneLineAndGoOnWhenTheLeadingOneCloses() {
        BrowserContext browser = stage.browser();
        DeskPage desk = stage.desk(stage.browser().newPage());
        String question = Cast.unique("From the first tab ");
        VisitorPage first = stage.visitor(counted(browser.newPage()));
        first.openChat();
        first.start(question);
        VisitorPage second = stage.visitor(counted(browser.newPage()));
        VisitorPage third = stage.visitor(counted(browser.newPage()));
        assertThat(second.bubble(question)).isVisible();
        assertThat(third.bubble(question)).isVisible();

        desk.accept(question);
        Locator pane = desk.pane(question);
        second.write("From the second tab");
        assertThat(desk.bubble("From the second tab")).isVisible();
        desk.write(pane, "To all tabs");
        List.of(first, second, third)
                .forEach(tab -> assertThat(tab.bubble("To all tabs")).isVisible());
        assertThat(sockets).hasSize(1);

        third.write("Just before the first tab closes");
        first.page.close();
        desk.write(pane, "Just after it");
        second.write("From the second tab again");
        for (VisitorPage tab : List.of(second, third)) {
            assertThat(tab.bubbles()).hasCount(6);
            assertThat(tab.bubble("Just after it")).hasCount(1);
            assertThat(tab.bubble("Just before the first tab closes")).hasCount(1);
            assertThat(tab.bubble("From the second tab again")).hasCount(1);
        }
        assertThat(desk.bubble("From the second tab again")).isVisible();
        assertThat(desk.bubble("Just before the first tab closes")).hasCount(1);
        assertThat(sockets).as("one for each tab that led").hasSize(2);
    }

    @Test
    void twoTabsOfANewVisitorThatLoadTogetherShouldBeOneVisitor() {
        BrowserContext browser = stage.browser();
        List<Route> held = new ArrayList<>();
        browser.route("**/api/v1/visitors", held::add);
        VisitorPage first = stage.visitor(browser.newPage());
        VisitorPage second = stage.visitor(browser.newPage());
        first.openChat();
        first.page.waitForCondition(() -> !held.isEmpty());
        second.openChat();
        assertThat(second.widget().getByText("Opening the chat")).isVisible();

        held.get(0).resume();
        String question = Cast.unique("As one visitor ");
        first.start(question);
        browser.unroute("**/api/v1/visitors");
        held.stream().skip(1).forEach(Route::resume);
        assertThat(second.bubble(question)).isVisible();
        second.write("From the other tab");
        assertThat(first.bubble("From the other tab")).isVisible();
        for (VisitorPage tab : List.of(first, second)) {
            tab.page.reload();
            assertThat(tab.bubbles()).hasCount(2);
        }
    }

    @Test
    void aTabThatClosesShouldFollowNoMore() {
        VisitorPage visitor = stage.visitor(stage.browser().newPage());
        visitor.openChat();
        String question = Cast.unique("Who follows me ");
        visitor.start(question);
        BrowserContext browser = stage.browser();
        List<String> sent = new ArrayList<>();
        Page leading = browser.newPage();
        leading.onWebSocket(socket -> socket.onFrameSent(frame -> sent.add(frame.text())));
        String conversation = stage.supervisor(leading).waiting(question).getAttribute("data-conversation");
        DeskPage other = stage.tab(browser.newPage());
        other.link("Board").click();
        other.page
                .locator("console-board [data-conversation='" + conversation + "']")
                .click();
        assertThat(other.bubble(question)).isVisible();
        assertThat(sent).anyMatch(frame -> frame.contains("\"follow\""));
        other.page.close(new Page.CloseOptions().setRunBeforeUnload(false));
        leading.waitForCondition(() -> sent.stream().anyMatch(frame -> frame.contains("\"unfollow\"")));
        assertThat(sent.stream().filter(frame -> frame.contains("\"watch\"")).reduce((one, two) -> two))
                .hasValueSatisfying(watch -> assertThat(watch).doesNotContain("board"));
    }

    @Test
    void operatorsTabsShouldShareOneLineToo() {
        VisitorPage visitor = stage.visitor(stage.browser().newPage());
        BrowserContext browser = stage.browser();
        DeskPage desk = stage.desk(counted(browser.newPage()));
        DeskPage other = stage.tab(counted(browser.newPage()));
        String question = Cast.unique("To the desk ");
        visitor.openChat();
        visitor.start(question);
        assertThat(desk.waiting(question)).isVisible();
        other.accept(question);
        assertThat(desk.waiting(question)).hasCount(0);
        other.write(other.pane(question), "From the other tab");
        assertThat(visitor.bubble("From the other tab")).isVisible();
        desk.openOwn("From the other tab");
        assertThat(desk.bubble("From the other tab")).isVisible();
        assertThat(sockets).hasSize(1);

        desk.page.locator("console-menu parley-button").first().click();
        desk.button("Sign out").click();
        desk.button("Keep them until I am back").click();
        assertThat(other.page.getByLabel("User name")).isVisible();
    }

    private Page counted(Page page) {
        page.onWebSocket(sockets::add);
        return page;
    }
}
