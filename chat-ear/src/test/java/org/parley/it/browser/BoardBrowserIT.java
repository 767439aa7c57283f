package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.it.client.Cast;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;

/** A supervisor at the live board, while an operator and a visitor talk. */
class BoardBrowserIT {

    private static ParleyServer server;
    private static Browsers browsers;

    @RegisterExtension
    final AfterTestExecutionCallback pictures = context -> context.getExecutionException()
            .ifPresent(failure -> this.stage.picturesOfAFailure(context.getDisplayName()));

    private Stage stage;
    private DeskPage desk;
    private DeskPage supervisor;
    private VisitorPage visitor;
    private Page board;

    @BeforeAll
    static void startServerAndBrowser() {
        server = ParleyServer.on(Database.H2).start();
        browsers = Browsers.launch();
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
    }

    @AfterAll
    static void stopServerAndBrowser() {
        if (browsers != null) {
            browsers.close();
        }
        server.close();
    }

    @BeforeEach
    void set() throws IOException {
        stage = new Stage(browsers, server);
        desk = stage.desk(stage.browser().newPage());
        supervisor = stage.supervisor(stage.browser().newPage());
        board = supervisor.page;
        board.locator("console-menu parley-button").first().click();
        supervisor.button("Live board").click();
        visitor = stage.visitor(stage.browser().newPage());
        visitor.openChat();
    }

    @AfterEach
    void strike() {
        stage.close();
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
        Locator talk = row("Open conversations", "Olivia");
        assertThat(talk).isVisible();
        Accessible.check(board);
        Stage.picture("board", board);

        talk.getByRole(AriaRole.BUTTON).click();
        assertThat(supervisor.bubble(question)).isVisible();
        visitor.widget().getByLabel("Write a message").pressSequentially("It should have");
        assertThat(board.locator(".preview")).containsText("It should have");
        board.locator("board-follow").getByLabel("Whisper to Olivia").fill("Ask for the number.");
        supervisor.button("Whisper").click();
        assertThat(desk.note("Ask for the number.")).isVisible();
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
        DeskPage nadia = stage.colleague(stage.browser().newPage(), "Nadia");
        Locator row = row("Operators", "Nadia");
        row.getByRole(AriaRole.BUTTON).click();
        supervisor.button("Yes, set away").click();
        assertThat(nadia.page.getByText("Sam has set you: Away")).isVisible();
        assertThat(nadia.page.getByLabel("Away", new Page.GetByLabelOptions().setExact(true)))
                .isChecked();
        assertThat(row).containsText("Away");
    }

    private Locator row(String table, String text) {
        return board.getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName(table).setExact(true))
                .getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(text));
    }
}
