package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;

/** An operator to whom one visitor writes in two conversations: in the widget, and from a device that knows only the other one. */
class MergeBrowserIT extends BrowserSuite {

    private final String question = Cast.unique("Where is my parcel ");
    private final String offer = Cast.unique("What does a second one cost ");
    private Cast cast;
    private DeskPage desk;
    private VisitorPage visitor;
    private ChatSocket device;
    private String support;
    private String sales;

    @BeforeEach
    void beginTwoConversations() {
        cast = new Cast(parley());
        stage.department("sales", "Sales");
        desk = stage.desk(stage.browser().newPage());
        visitor = stage.visitor(stage.browser().newPage());
        visitor.openChat();
        visitor.start(question);
        device = cast.connect(visitor.token(stage.site()));
        support = device.hello().path("conversations").path(0).path("id").asText();
        sales = device.ack("start", "department", "sales", "text", offer)
                .path("conversation")
                .asText();
        desk.accept(question);
        assertThat(desk.bubble(question)).isVisible();
        desk.accept(offer);
        assertThat(desk.bubble(offer)).isVisible();
    }

    @AfterEach
    void leave() throws IOException {
        cast.close();
    }

    @Test
    void twoConversationsShouldBecomeOneAndTwoAgain() {
        Locator pane = desk.pane(question);
        desk.choose(pane, "Merge…");
        Locator dialog = desk.page.locator("console-merge");
        assertThat(dialog.getByRole(AriaRole.RADIO)).isChecked();
        assertThat(dialog.getByRole(AriaRole.RADIO)).isFocused();
        assertThat(dialog).containsText("You can undo this until");
        assertThat(dialog).containsText("Sales");
        Accessible.check(desk.page);
        Stage.picture("merge-dialog", desk.page);
        desk.button("Merge").click();

        assertThat(desk.page.getByText("Merged. You can undo it until")).isVisible();
        assertThat(pane.locator(".bubble")).containsText(new String[] {question, offer});
        assertThat(pane.locator(".merge")).containsText("You merged another conversation into this one");
        assertThat(pane.locator(".part")).hasText(new String[] {"Support", "Sales"});
        assertThat(desk.page.locator("console-pane")).hasCount(1);
        assertThat(own()).hasCount(1);

        assertThat(device.ack("send", "conversation", sales, "text", "To the old address")
                        .path("conversation")
                        .asText())
                .isEqualTo(support);
        assertThat(desk.bubble("To the old address")).isVisible();
        assertThat(visitor.bubbles()).containsText(new String[] {question, offer, "To the old address"});
        assertThat(visitor.note("was added to this one")).isVisible();
        desk.write(pane, "One answer for both");
        assertThat(visitor.bubble("One answer for both")).isVisible();
        Accessible.check(desk.page);
        Stage.picture("merged", desk.page);
        Stage.picture("merged-visitor", visitor.page);
        desk.page.setViewportSize(390, 780);
        Accessible.check(desk.page);
        Stage.picture("merged-phone", desk.page);
        desk.page.setViewportSize(1280, 720);

        pane.locator(".merge").getByRole(AriaRole.BUTTON).click();
        assertThat(desk.page.getByText("The merge is undone")).isVisible();
        assertThat(own()).hasCount(2);
        assertThat(pane.locator(".bubble"))
                .containsText(new String[] {question, "To the old address", "One answer for both"});
        assertThat(pane.getByText("(undone later)")).isVisible();
        assertThat(pane.locator(".merge")).hasCount(0);
        assertThat(pane.getByRole(AriaRole.TEXTBOX)).isFocused();
        assertThat(pane.getByText("You undid a merge")).isVisible();
        Stage.picture("unmerged", desk.page);

        assertThat(visitor.bubbles()).hasText(new String[] {offer});
        assertThat(visitor.note("was added to this one")).hasCount(0);
        desk.write(pane, "Still here");
        assertThat(other()).containsText("New messages");
        Accessible.check(visitor.page);
        Stage.picture("unmerged-visitor", visitor.page);
        other().click();
        assertThat(visitor.bubble("Still here")).isVisible();
        visitor.write("So am I");
        assertThat(pane.locator(".bubble").getByText("So am I")).isVisible();
    }

    @Test
    void whatAColleagueMergesShouldLeadToWhereItGoesOnWithTheDraft() {
        desk.pane(offer).getByRole(AriaRole.TEXTBOX).fill("It costs");
        visitor.widget().getByLabel("Write a message").fill("And in blue");
        cast.staff("chat-supervisor").live().ack("merge", "conversation", sales, "into", support);

        Locator merged = desk.page.locator("console-pane[data-conversation='" + sales + "']");
        assertThat(merged).containsText("This conversation goes on in another one.");
        Accessible.check(desk.page);
        Stage.picture("merged-away", desk.page);
        merged.getByText("Go there").click();
        Locator field = desk.pane(question).getByRole(AriaRole.TEXTBOX);
        assertThat(field).hasValue("It costs");
        assertThat(field).isFocused();
        assertThat(merged).hasCount(0);
        assertThat(visitor.widget().getByLabel("Write a message")).hasValue("And in blue");

        desk.choose(desk.pane(question), "Undo the merge");
        assertThat(own()).hasCount(2);
    }

    @Test
    void endedConversationShouldBeReopenedWhereOneMay() {
        Locator pane = desk.pane(offer);
        desk.end(pane);
        assertThat(pane.getByText("This conversation has ended.")).isVisible();
        Accessible.check(desk.page);
        Stage.picture("closed", desk.page);
        pane.getByText("Reopen").click();
        assertThat(pane.getByText("You reopened the conversation")).isVisible();
        assertThat(pane.getByRole(AriaRole.TEXTBOX)).isFocused();
        desk.write(pane, "One thing more");
        assertThat(visitor.bubble("One thing more")).isVisible();

        desk.end(pane);
        pane.getByLabel("Put aside").click();
        desk.page.keyboard().press("Alt+Shift+KeyV");
        desk.page.locator("console-visitor").getByText(offer).click();
        Locator past = desk.page.locator("console-past");
        assertThat(past.locator(".bubble")).containsText(new String[] {offer, "One thing more"});
        Accessible.check(desk.page);
        device.ack("start", "department", "sales");
        desk.button("Reopen").click();
        assertThat(desk.page.getByText("another open conversation with this department"))
                .isVisible();
        assertThat(own()).hasCount(1);
    }

    private Locator own() {
        return desk.page.locator("console-conversations parley-list-item");
    }

    /** The way to the visitor's other conversation. */
    private Locator other() {
        return visitor.widget()
                .getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Your other conversation"));
    }
}
