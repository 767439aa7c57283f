package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.it.client.Cast;
import org.parley.it.client.Json;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;

/** An operator's working day at the desk. */
class DeskBrowserIT {

    private static ParleyServer server;
    private static Browsers browsers;

    @RegisterExtension
    final AfterTestExecutionCallback pictures = context -> context.getExecutionException()
            .ifPresent(failure -> this.stage.picturesOfAFailure(context.getDisplayName()));

    private Stage stage;
    private DeskPage desk;
    private VisitorPage visitor;

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
        visitor = stage.visitor(stage.browser().newPage());
        visitor.openChat();
    }

    @AfterEach
    void strike() {
        stage.close();
    }

    @Test
    void notesShouldStandAmongTheMessagesAndTheVisitorShouldNotSeeThem() {
        Locator pane = talk("Is it in stock ");
        desk.note(pane, "She asked the same yesterday.");
        assertThat(desk.note("She asked the same yesterday.")).isVisible();
        Accessible.check(desk.page);
        visitor.write("In blue, please.");
        assertThat(desk.bubble("In blue, please.")).isVisible();

        pane.getByRole(AriaRole.TEXTBOX).fill("A note that is not finished");
        desk.page.keyboard().press("Alt+Shift+KeyM");
        desk.write(pane, "In blue, yes.");
        assertThat(visitor.bubble("In blue, yes.")).isVisible();
        assertThat(visitor.note("She asked the same yesterday.")).hasCount(0);
        Stage.picture("desk-notes", desk.page);

        desk.page.reload();
        assertThat(desk.note("She asked the same yesterday.")).isVisible();
        assertThat(desk.page.locator(".bubble")).containsText(new String[] {
            "Is it in stock", "She asked the same yesterday.", "In blue, please.", "In blue, yes."
        });
        assertThat(pane.getByLabel("Internal note about")).hasValue("A note that is not finished");
    }

    @Test
    void slashShouldOfferCannedRepliesWhoseVariablesAreFilled() {
        canned("greet", "en", "Hello {visitor.name|there}, {operator.name} from {site} here.");
        canned("greet", "ar", "أهلاً {visitor.name}");
        canned("bye", "en", "Goodbye, and thank you.");
        Locator pane = talk("Hello ");
        Locator field = pane.getByLabel("Write to");
        Locator choices = pane.getByRole(AriaRole.OPTION);
        field.pressSequentially("/");
        assertThat(choices).hasCount(3);
        Accessible.check(desk.page);
        Stage.picture("desk-canned", desk.page);
        field.press("Escape");
        assertThat(choices).hasCount(0);
        assertThat(field).hasValue("/");

        field.fill("");
        field.pressSequentially("Yes. /gr");
        assertThat(choices).hasCount(2);
        assertThat(choices.first()).containsText("Hello");
        field.press("ArrowDown");
        field.press("ArrowUp");
        field.press("Enter");
        assertThat(field).hasValue("Yes. Hello there, Olivia from A shop here.");
        assertThat(visitor.bubbles()).hasCount(1);
        field.press("Enter");
        assertThat(visitor.bubble("Yes. Hello there, Olivia from A shop here.")).isVisible();
    }

    private void canned(String shortcut, String language, String text) {
        stage.admin("/canned-replies/" + UUID.randomUUID())
                .put(Json.object("site", stage.site(), "shortcut", shortcut, "language", language, "text", text))
                .expect(200);
    }

    private Locator talk(String words) {
        String question = Cast.unique(words);
        visitor.start(question);
        desk.accept(question);
        assertThat(desk.bubble(question)).isVisible();
        return desk.pane(question);
    }
}
