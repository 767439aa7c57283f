package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.Json;

/** An operator's working day at the desk. */
class DeskBrowserIT extends BrowserSuite {

    /**
     * Writes on the page's root what a person would hear and see, because the page's policy lets no test wait for a
     * function.
     */
    private static final String LISTENING = """
            const mark = (name, text) => {
              const {dataset} = document.documentElement;
              dataset[name] = (dataset[name] ?? '') + text;
            };
            const {start} = AudioScheduledSourceNode.prototype;
            OscillatorNode.prototype.start = function (when) { mark('tones', 'heard '); start.call(this, when); };
            window.Notification = class {
              static permission = localStorage.getItem('parley.alerts.notifications') ? 'granted' : 'default';
              static requestPermission = async () => (Notification.permission = 'granted');
              constructor(title, {body}) { mark('notified', `${title}: ${body}; `); }
            };
            """;

    private static final int THREE_TONES = 3;

    private DeskPage desk;
    private VisitorPage visitor;

    @BeforeEach
    void enter() {
        desk = stage.desk(stage.browser().newPage());
        visitor = stage.visitor(stage.browser().newPage());
        visitor.openChat();
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

    @Test
    void sessionThatAnAdministratorEndedShouldLeadToTheLogin() {
        talk("A draft that stays");
        stage.endSessions();
        assertThat(desk.page.getByText("Your session has ended. Sign in again to go on; your drafts are still here."))
                .isVisible();
        Accessible.check(desk.page);
        stage.login(desk);
    }

    @Test
    void whatIsOutOfSightShouldRingAndBeNotified() {
        DeskPage other = stage.door(stage.browser().newPage());
        other.page.addInitScript(LISTENING);
        other.page.reload();
        stage.login(other);
        other.setting("Show a desktop notification").check();
        assertThat(other.page.getByText("Nobody is waiting.")).isVisible();
        String question = Cast.unique("Does it ring ");
        visitor.start(question);
        assertNotified(other, "is waiting: " + question);
        assertThat(other.page.locator("html")).hasAttribute("data-tones", Pattern.compile("heard"));

        other.accept(question);
        assertThat(other.bubble(question)).isVisible();
        visitor.write("You see me");
        assertThat(other.bubble("You see me")).isVisible();
        other.page.keyboard().press("Alt+Shift+KeyH");
        visitor.write("You do not see me");
        assertNotified(other, "writes: You do not see me");
        assertThat(other.page.locator("html")).not().hasAttribute("data-notified", Pattern.compile("You see me"));
        assertThat(other.page).hasTitle("(1) Desk · Parley");

        other.setting("Play a sound").uncheck();
        other.page.reload();
        assertThat(other.setting("Play a sound")).not().isChecked();
        assertThat(other.setting("Show a desktop notification")).isChecked();
        Accessible.check(other.page);
        visitor.write("Quietly");
        assertNotified(other, "writes: Quietly");
        assertThat(other.page.locator("html")).not().hasAttribute("data-tones", Pattern.compile("heard"));
    }

    @Test
    void anOfferShouldRingInOneTab() {
        stage.admin("/sites/" + stage.site() + "/departments/support")
                .put(Json.object("strategy", "round-robin", "offerSeconds", 600))
                .expect(200);
        desk.page.close();
        BrowserContext browser = stage.browser();
        browser.addInitScript(LISTENING);
        List<DeskPage> tabs =
                List.of(stage.desk(browser.newPage()), stage.tab(browser.newPage()), stage.tab(browser.newPage()));
        visitor.start(Cast.unique("How often does it ring "));
        for (DeskPage tab : tabs) {
            assertThat(tab.page.locator("console-offers parley-list-item")).hasCount(1);
        }
        await().until(() -> tones(tabs) > THREE_TONES);
        assertThat(tones(tabs)).isEqualTo(2 * THREE_TONES);
    }

    private static int tones(List<DeskPage> tabs) {
        return tabs.stream()
                .map(tab -> tab.page.locator("html").getAttribute("data-tones"))
                .filter(Objects::nonNull)
                .mapToInt(heard -> heard.split(" ").length)
                .sum();
    }

    @Test
    void onAPhoneTheWayBackShouldLeadFromAConversationToTheLists() {
        Page page = desk.page;
        page.setViewportSize(390, 780);
        Locator lists = page.locator("console-conversations");
        Locator pane = talk("How do I come back ");
        assertThat(lists).isHidden();
        page.goBack();
        assertThat(lists).isVisible();
        assertThat(pane).isHidden();
        page.goForward();
        assertThat(pane).isVisible();
        assertThat(lists).isHidden();

        page.reload();
        assertThat(pane).isVisible();
        page.goBack();
        assertThat(lists).isVisible();
        page.goForward();
        assertThat(pane).isVisible();

        desk.link("Visitors").click();
        assertThat(page.locator("console-visitors")).isVisible();
        page.goBack();
        assertThat(pane).isVisible();
        desk.link("Desk").click();
        assertThat(lists).isVisible();
        lists.locator("parley-list-item").first().click();
        assertThat(pane).isVisible();
        desk.button("Back to the lists").click();
        assertThat(lists).isVisible();

        page.setViewportSize(1280, 780);
        assertThat(pane).isVisible();
        pane.getByRole(AriaRole.TEXTBOX).click();
        desk.openOwn("How do I come back");
        page.setViewportSize(390, 780);
        assertThat(lists).isHidden();
        page.goBack();
        assertThat(lists).isVisible();
    }

    @Test
    void tagsAndPriorityShouldMarkTheConversation() {
        Locator pane = talk("An important customer ");
        desk.page.keyboard().press("Alt+Shift+KeyG");
        Locator dialog = desk.page.locator("console-labels");
        Locator tags = dialog.getByRole(AriaRole.TEXTBOX);
        tags.fill("VIP, refund!");
        dialog.getByRole(AriaRole.COMBOBOX).selectOption("urgent");
        desk.button("Save").click();
        assertThat(dialog.getByText("letters, digits, hyphens")).isVisible();
        Accessible.check(desk.page);
        Stage.picture("desk-labels-dialog", desk.page);
        tags.fill("VIP, refund");
        tags.press("Enter");

        assertThat(pane.getByText("You set the priority: Urgent · You set the tags: vip refund"))
                .isVisible();
        assertThat(pane.getByLabel("Write to")).isFocused();
        assertThat(pane.locator(".header")).containsText("Urgent");
        assertThat(pane.locator(".where")).containsText("refund");
        Locator item = desk.page.locator("console-conversations parley-list-item");
        assertThat(item).containsText("Urgent");
        assertThat(item).containsText("vip");
        Accessible.check(desk.page);
        Stage.picture("desk-labels", desk.page);
        assertThat(visitor.note("vip")).hasCount(0);
    }

    @Test
    void panelShouldTellOfTheVisitorAndOfWhatWasBefore() {
        Locator pane = talk("The first time ");
        desk.write(pane, "The answer is 42.");
        desk.note(pane, "A nice person.");
        assertThat(desk.note("A nice person.")).isVisible();
        desk.end(pane);
        assertThat(visitor.note("This chat has ended")).isVisible();
        visitor.widget().getByText("Start a new conversation").click();
        Locator next = talk("The second time ");
        desk.page.keyboard().press("Alt+Shift+KeyV");
        Locator panel = desk.page.locator("console-visitor");
        assertThat(panel).containsText("Not verified");
        assertThat(panel).containsText("First seen");
        Accessible.check(desk.page);
        Stage.picture("desk-visitor", desk.page);
        panel.getByText("The first time").click();
        Locator past = desk.page.locator("console-past");
        assertThat(past.locator(".bubble"))
                .containsText(new String[] {"The first time", "The answer is 42.", "A nice person."});
        Accessible.check(desk.page);
        Stage.picture("desk-past", desk.page);
        desk.page.keyboard().press("Escape");
        assertThat(past.locator(".bubble")).hasCount(0);

        desk.page.setViewportSize(390, 780);
        assertThat(panel).isVisible();
        Stage.picture("desk-visitor-phone", desk.page);
        Accessible.check(desk.page);
        panel.getByLabel("Close this panel").click();
        assertThat(next.getByLabel("Write to")).isVisible();
        Stage.picture("desk-phone", desk.page);
    }

    @Test
    void blockedVisitorShouldBeShutOutUntilTheBlockIsLifted() {
        Locator pane = talk("Rude words ");
        desk.page.keyboard().press("Alt+Shift+KeyV");
        Locator panel = pane.locator("console-visitor");
        panel.getByText("Block this visitor").click();
        Locator dialog = desk.page.locator("console-block");
        dialog.getByRole(AriaRole.COMBOBOX).selectOption("hour");
        dialog.getByRole(AriaRole.TEXTBOX).fill("Insults");
        Accessible.check(desk.page);
        Stage.picture("desk-block", desk.page);
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Block").setExact(true))
                .click();
        assertThat(visitor.note("This chat has ended")).isVisible();
        assertThat(panel).containsText("Blocked until");
        assertThat(panel).containsText("Insults");
        assertThat(pane.getByText("You blocked the visitor")).isVisible();
        Stage.picture("desk-blocked", desk.page);
        visitor.widget().getByText("Start a new conversation").click();
        visitor.widget().getByLabel("Your message").fill("Again");
        visitor.widget().getByLabel("Your message").press("Enter");
        assertThat(visitor.note("You cannot write here at the moment. Nothing is lost"))
                .isVisible();
        assertThat(visitor.widget().getByLabel("Your message")).hasValue("Again");
        Accessible.check(visitor.page);
        Stage.picture("blocked-visitor", visitor.page);

        panel.getByText("Lift the block").click();
        assertThat(panel).not().containsText("Insults");
    }

    @Test
    void transferShouldBeAskedForRefusedAndTaken() {
        String name = Cast.unique("Ben");
        DeskPage colleague = stage.colleague(stage.browser().newPage(), name);
        Locator pane = talk("Who can help ");
        transfer(pane, name, "Needs a refund");
        assertThat(desk.page.getByText("Handed to " + name)).isVisible();
        assertThat(pane.getByText(name + " is being asked")).isVisible();
        Locator offer = colleague.page.locator("console-offers parley-list-item");
        assertThat(offer).containsText("Who can help");
        assertThat(offer).containsText("From Olivia: Needs a refund");
        Accessible.check(colleague.page);
        Stage.picture("desk-offer", colleague.page);
        colleague.page.keyboard().press("Alt+Shift+KeyD");
        assertThat(offer).hasCount(0);
        assertThat(desk.page.getByText("Nobody took")).isVisible();
        assertThat(pane.getByText("The conversation came back to you")).isVisible();
        assertThat(pane.getByText(name + " declined")).isVisible();
        Stage.picture("desk-returned", desk.page);

        transfer(pane, name, "Please");
        assertThat(visitor.note("The chat was passed on to " + name)).hasCount(2);
        assertThat(offer).hasCount(1);
        colleague.page.keyboard().press("Alt+Shift+KeyA");
        assertThat(visitor.note("You are now talking with " + name)).isVisible();
        assertThat(colleague.note("Please")).isVisible();
        colleague.write(colleague.pane("Who can help"), "I can.");
        assertThat(visitor.bubble("I can.")).isVisible();
        assertThat(desk.page.locator("console-conversations parley-list-item")).hasCount(0);
        assertThat(desk.bubble("I can.")).hasCount(0);
    }

    @Test
    void whatIsOfferedInTurnShouldBeAcceptedAndPassedOnToADepartment() {
        stage.department("sales", "Sales");
        stage.admin("/sites/" + stage.site() + "/departments/support")
                .put(Json.object("strategy", "round-robin", "offerSeconds", 600))
                .expect(200);
        String question = Cast.unique("Whose turn is it ");
        visitor.start(question);
        Locator offer = desk.page.locator("console-offers parley-list-item");
        assertThat(offer).containsText(question);
        desk.page.keyboard().press("Alt+Shift+KeyA");
        Locator pane = desk.pane(question);
        assertThat(pane.getByLabel("Write to")).isFocused();
        assertThat(offer).hasCount(0);

        transfer(pane, "Sales", "They want to buy");
        assertThat(visitor.note("Olivia has passed the chat on. A colleague from Sales takes over."))
                .isVisible();
        assertThat(desk.waiting(question)).containsText("Sales");
        desk.accept(question);
        assertThat(desk.note("They want to buy")).isVisible();
        assertThat(pane.locator(".where")).containsText("Sales");
    }

    @Test
    void deskShouldLookWellInArabicAndOnAPhone() {
        String question = Cast.unique("أين طلبي ");
        visitor.start(question);
        desk.page.navigate(parley().at("/console/?lang=ar").toString());
        desk.waiting(question).locator("parley-button").click();
        Locator pane = desk.pane(question);
        assertThat(pane.locator("console-composer")).isVisible();
        desk.page.keyboard().press("Alt+Shift+KeyV");
        assertThat(pane.locator("console-visitor dl").first()).isVisible();
        Accessible.check(desk.page);
        Stage.picture("desk-ar", desk.page);
        desk.page.keyboard().press("Alt+Shift+KeyV");
        desk.page.setViewportSize(390, 780);
        assertThat(pane.locator("console-composer")).isVisible();
        Accessible.check(desk.page);
        Stage.picture("desk-ar-phone", desk.page);
        pane.locator(".header parley-button").first().click();
        assertThat(desk.page.locator("console-conversations parley-list-item")).isVisible();
        Accessible.check(desk.page);
        Stage.picture("desk-ar-phone-lists", desk.page);
    }

    private void transfer(Locator pane, String name, String note) {
        desk.choose(pane, "Transfer…");
        Locator dialog = desk.page.locator("console-transfer");
        dialog.getByRole(AriaRole.COMBOBOX).selectOption(new SelectOption().setLabel(name));
        dialog.getByRole(AriaRole.TEXTBOX).fill(note);
        Accessible.check(desk.page);
        Stage.picture("desk-transfer", desk.page);
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Transfer").setExact(true))
                .click();
    }

    private static void assertNotified(DeskPage desk, String words) {
        assertThat(desk.page.locator("html")).hasAttribute("data-notified", Pattern.compile(words));
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
