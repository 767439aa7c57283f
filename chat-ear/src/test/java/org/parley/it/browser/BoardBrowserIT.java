package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;

/** A supervisor at the live board, while an operator and a visitor talk. */
class BoardBrowserIT extends BrowserSuite {

    private DeskPage desk;
    private DeskPage supervisor;
    private VisitorPage visitor;
    private Page board;

    @BeforeEach
    void enter() {
        desk = stage.desk(stage.browser().newPage());
        supervisor = stage.supervisor(stage.browser().newPage());
        board = supervisor.page;
        supervisor.link("Board").click();
        visitor = stage.visitor(stage.browser().newPage());
        visitor.openChat();
    }

    @Test
    void boardShouldFollowWhatHappensAndLetTheSupervisorStepIn() {
        Locator waiting =
                row("Departments", stage.site()).getByRole(AriaRole.CELL).nth(0);
        assertThat(waiting).hasText("0");
        String question = Cast.unique("Where is my parcel ");
        visitor.start(question);
        assertThat(waiting).hasText("1");

        desk.accept(question);
        assertThat(waiting).hasText("0");
        Locator talk = row(question);
        assertThat(talk).containsText("Olivia");
        assertThat(talk).isVisible();
        Accessible.check(board);
        Stage.picture("board", board);

        talk.getByRole(AriaRole.BUTTON).click();
        assertThat(supervisor.bubble(question)).isVisible();
        assertThat(board.locator("board-follow h3")).isFocused();
        supervisor.button("Stop following").click();
        assertThat(talk.getByRole(AriaRole.BUTTON)).isFocused();
        board.keyboard().press("Enter");
        assertThat(supervisor.bubble(question)).isVisible();
        visitor.widget().getByLabel("Write a message").pressSequentially("It should have");
        assertThat(board.locator(".preview")).containsText("It should have");
        board.locator("board-follow").getByLabel("Whisper to Olivia").fill("Ask for the number.");
        supervisor.button("Whisper").click();
        assertThat(desk.note("Ask for the number.")).isVisible();
        assertThat(desk.page.locator(".note .label")).containsText("Sam whispers");
        Stage.picture("desk-whisper", desk.page);
        assertThat(supervisor.note("Ask for the number.")).isVisible();
        Accessible.check(board);
        Stage.picture("board-following", board);
        assertThat(visitor.note("Ask for the number.")).hasCount(0);

        supervisor.button("Take over").click();
        Locator pane = supervisor.pane(question);
        supervisor.write(pane, "I shall look myself.");
        assertThat(visitor.bubble("I shall look myself.")).isVisible();
        assertThat(desk.page.getByText("Taken by Sam.")).isVisible();
    }

    @Test
    void operatorWhoIsSetAwayShouldLearnByWhom() {
        String name = Cast.unique("Nadia");
        DeskPage nadia = stage.colleague(stage.browser().newPage(), name);
        Locator row = row("Operators", name);
        row.getByRole(AriaRole.BUTTON).click();
        supervisor.button("Yes, set away").click();
        assertThat(nadia.page.getByText("Sam has set you: Away")).isVisible();
        assertThat(nadia.page.getByLabel("Away", new Page.GetByLabelOptions().setExact(true)))
                .isChecked();
        assertThat(row).containsText("Away");
        assertThat(row.getByRole(AriaRole.BUTTON)).hasCount(0);
    }

    @Test
    void everyPageShouldLeadToTheOthersAndTellWhatWaits() {
        assertThat(supervisor.link("Desk")).isVisible();
        assertThat(supervisor.link("Board")).hasAttribute("aria-current", "page");
        assertThat(supervisor.link("Administration")).hasCount(0);
        visitor.start(Cast.unique("Anybody there? "));
        assertThat(supervisor.link("Desk")).containsText("wait");
        supervisor.link("Visitors").click();
        assertThat(board.locator("console-visitors")).isVisible();
        supervisor.link("Blocked").click();
        assertThat(board.locator("console-blocks")).isVisible();
        assertThat(supervisor.link("Desk")).containsText("wait");
        Accessible.check(board);
        Stage.picture("nav-blocks", board);

        board.goBack();
        assertThat(board.locator("console-visitors")).isVisible();
        assertThat(supervisor.link("Visitors")).hasAttribute("aria-current", "page");
        board.goBack();
        assertThat(board.locator("console-board")).isVisible();
        board.goForward();
        assertThat(board.locator("console-visitors")).isVisible();
        supervisor.link("Desk").click();
        assertThat(board.locator("console-queue")).isVisible();
        assertThat(board.locator("console-visitors")).hasCount(0);
        board.setViewportSize(360, 740);
        board.waitForFunction("document.scrollingElement.scrollWidth <= innerWidth");
        Stage.picture("nav-phone", board);
    }

    @Test
    void supervisorShouldFindWhoIsBlockedAndLiftIt() {
        String question = Cast.unique("Rude words ");
        visitor.start(question);
        desk.accept(question);
        assertThat(desk.bubble(question)).isVisible();
        desk.page.keyboard().press("Alt+Shift+KeyV");
        desk.page.locator("console-visitor").getByText("Block this visitor").click();
        Locator dialog = desk.page.locator("console-block");
        dialog.getByRole(AriaRole.COMBOBOX).selectOption("week");
        String reason = Cast.unique("Insults ");
        dialog.getByRole(AriaRole.TEXTBOX).fill(reason);
        desk.button("Block").click();
        assertThat(visitor.note("You cannot write here at the moment. Nothing is lost"))
                .isVisible();

        supervisor.link("Blocked").click();
        Locator block = board.locator("console-blocks li", new Page.LocatorOptions().setHasText(reason));
        assertThat(block).containsText("Blocked until");
        assertThat(block).containsText("by Olivia");
        assertThat(block).containsText(stage.site());
        Accessible.check(board);
        Stage.picture("blocks", board);
        block.getByRole(AriaRole.BUTTON).click();
        assertThat(block).hasCount(0);
        assertThat(button("Connect again")).isVisible();
        assertThat(button("Continue this conversation")).hasCount(0);
        button("Connect again").click();
        button("Continue this conversation").click();
        assertThat(visitor.note("The chat was opened again")).isVisible();
    }

    @Test
    void boardShouldLookWellInArabicAndOnAPhone() {
        String question = Cast.unique("أين طلبي ");
        visitor.start(question);
        desk.accept(question);
        board.navigate(parley().at("/console/?lang=ar#/board").toString());
        row(question).locator("parley-button").click();
        assertThat(supervisor.bubble(question)).isVisible();
        Accessible.check(board);
        Stage.picture("board-ar", board);
        board.setViewportSize(390, 780);
        Accessible.check(board);
        Stage.picture("board-ar-phone", board);
    }

    private Locator button(String name) {
        return visitor.widget().getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName(name));
    }

    /** The board's row of an open conversation. */
    private Locator row(String words) {
        String id = desk.pane(words).getAttribute("data-conversation");
        return board.locator("console-board tr:has([data-conversation='" + id + "'])");
    }

    private Locator row(String table, String text) {
        return board.getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName(table).setExact(true))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(text));
    }
}
