package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.Json;

/** An administrator sets up a site in the console. */
class AdministrationBrowserIT extends BrowserSuite {

    private DeskPage desk;
    private Page page;

    @BeforeEach
    void enter() {
        desk = stage.admin(stage.browser().newPage());
        page = desk.page;
    }

    @Test
    void departmentShouldBeMadeWithHoursAndAMember() {
        desk.link("Administration").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Sites")))
                .isVisible();
        open("departments/" + stage.site());
        Accessible.check(page);
        desk.button("New department").click();
        field("Name").fill("Night shift");
        field("Key").fill("Night Shift");
        field("Seconds an operator is asked").fill("many");
        desk.button("Save").click();
        assertThat(field("Key")).isFocused();
        assertThat(field("Key")).hasAttribute("aria-invalid", "true");
        assertThat(page.getByText("Use a whole number from 0 to 3,600.")).isVisible();

        field("Key").fill("night");
        field("Seconds an operator is asked").fill("20");
        page.getByLabel("Hours of its own, else those of the site").check();
        page.getByLabel("Friday, 1: from").fill("22:00");
        page.getByLabel("Friday, 1: to").fill("06:00");
        assertThat(page.getByText("next day")).isVisible();
        field("Minutes of silence until a warning").fill("10");
        field("Minutes of silence until the end").fill("5");
        Accessible.check(page);
        desk.button("Save").click();
        assertThat(field("Minutes of silence until the end")).hasAttribute("aria-invalid", "true");
        assertThat(field("Minutes of silence until the end")).isFocused();
        Stage.picture("admin-refused", page);

        field("Minutes of silence until the end").fill("15");
        desk.button("Save").click();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Night shift")))
                .isVisible();
        assertThat(page.getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("Saved.")))
                .isVisible();
        JsonNode departments =
                stage.admin("/sites/" + stage.site() + "/departments").get().expect(200);
        Assertions.assertThat(departments)
                .anySatisfy(one -> Assertions.assertThat(
                                one.at("/hours/days/friday/0").asText())
                        .isEqualTo("22:00-30:00"));

        String username = Cast.unique("nina");
        open("operators/" + stage.site() + "/new");
        field("Name").fill("Nina");
        field("User name").fill(username);
        field("Password").fill("a long enough passphrase");
        field("Languages").fill("en, ar");
        page.locator("admin-members label")
                .filter(new Locator.FilterOptions().setHasText("Night shift"))
                .last()
                .click();
        Accessible.check(page);
        desk.button("Save").click();
        assertThat(page.getByText(username)).isVisible();
        Stage.picture("admin-operators", page);

        open("departments/" + stage.site());
        Locator night = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Night shift"));
        desk.button("Delete Night shift").click();
        desk.button("Yes, delete").click();
        assertThat(night).hasCount(0);
        desk.button("Undo").click();
        assertThat(night).isVisible();
        open("operators/" + stage.site());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nina"))
                .last()
                .click();
        assertThat(page.locator("admin-members label")
                        .filter(new Locator.FilterOptions().setHasText("Night shift"))
                        .last()
                        .getByRole(AriaRole.CHECKBOX))
                .isChecked();
    }

    @Test
    void administratorOfAnEmptyServerShouldBeLedToTheFirstSite() {
        page.route(
                Pattern.compile(".*/api/v1/sites$"),
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("application/json")
                        .setBody("[]")));
        page.navigate("about:blank");
        page.navigate(parley().at("/console/").toString());
        assertThat(page.getByText("Begin with the web site on which visitors chat"))
                .isVisible();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("New site")))
                .isVisible();
        assertThat(field("Origins of its pages")).isVisible();
        Accessible.check(page);
        Stage.picture("admin-first-site", page);
        open("departments");
        assertThat(page.getByText("Begin with the web site on which visitors chat"))
                .isVisible();
    }

    @Test
    void siteShouldBeMadeAndSaySinceWhenItIsSeen() {
        String id = Cast.unique("bikes");
        open("sites/-/new");
        field("Name").fill("Bikes & more");
        field("Id").fill("Bikes");
        field("Origins of its pages").fill("bikes.example");
        desk.button("Save").click();
        assertThat(field("Id")).hasAttribute("aria-invalid", "true");
        field("Id").fill(id);
        desk.button("Save").click();
        assertThat(field("Origins of its pages")).hasAttribute("aria-invalid", "true");
        field("Origins of its pages")
                .fill("https://bikes.example/shop?page=1\n" + stage.shop().origin() + "/");
        page.getByLabel("What operators see of visitors").selectOption("trail");
        desk.button("Save").click();

        Locator snippet = page.locator("site-snippet");
        assertThat(snippet.getByText("Not seen on any of the site")).isVisible();
        Accessible.check(page);
        String code = snippet.locator("pre").textContent();
        String chat = parley().origin().toString();
        stage.shop()
                .show(
                        "/bikes",
                        "script-src " + chat + "; frame-src " + chat,
                        "<!doctype html><html lang='en'><title>Bikes</title><main><h1>Bikes</h1></main>" + code
                                + "</html>");
        VisitorPage visitor =
                new VisitorPage(stage.browser().newPage(), stage.shop().origin() + "/bikes");
        visitor.openChat();
        assertThat(snippet.getByText("Seen on " + stage.shop().origin())).isVisible();
        Stage.picture("admin-site", page);
        page.setViewportSize(360, 740);
        page.waitForFunction("document.scrollingElement.scrollWidth <= innerWidth");
        Stage.picture("admin-site-phone", page);
        page.evaluate("localStorage.setItem('parley.language', 'ar')");
        page.reload();
        assertThat(snippet.locator("pre")).isVisible();
        Accessible.check(page);
        Stage.picture("admin-site-arabic", page);

        JsonNode site = stage.admin("/sites").get().expect(200);
        Assertions.assertThat(site).anySatisfy(one -> {
            Assertions.assertThat(one.path("id").asText()).isEqualTo(id);
            Assertions.assertThat(one.path("visitors").asText()).isEqualTo("trail");
            Assertions.assertThat(one.path("origins")).hasSize(2);
        });
    }

    @Test
    void whoEmbedsShouldReadWhyTheChatIsNotShown() {
        stage.shop().embed("/misspelt", parley(), "no-such-site", "");
        assertThat(refusedOn(stage.shop().origin() + "/misspelt", "There is no site \"no-such-site\""))
                .isVisible();

        stage.admin("/sites/" + stage.site())
                .put(Json.object("origins", List.of("https://elsewhere.example")))
                .expect(200);
        assertThat(refusedOn(
                        stage.shop().origin(),
                        stage.shop().origin() + " is no origin of the site \"" + stage.site() + "\""))
                .isVisible();
    }

    @Test
    void pageThatAnybodyMayFrameShouldLetNobodyIn() {
        Page frame = stage.browser().newPage();
        frame.navigate(stage.widget("en") + "&refused=");
        assertThat(frame.getByText("The chat is not available")).isVisible();
        Assertions.assertThat(frame.evaluate("Object.keys(localStorage)").toString())
                .isEqualTo("[]");
    }

    private Locator refusedOn(String address, String reason) {
        VisitorPage visitor = new VisitorPage(stage.browser().newPage(), address);
        ConsoleMessage said = visitor.page.waitForConsoleMessage(
                new Page.WaitForConsoleMessageOptions()
                        .setPredicate(message -> message.text().startsWith("Parley:")),
                visitor::openChat);
        Assertions.assertThat(said.text()).contains(reason);
        return visitor.widget().getByText("The chat is not available");
    }

    @Test
    void pagesShouldLeadToTheirDepartmentAndToTheFirstWhenItIsMisspelt() {
        stage.department("sales", "Sales");
        stage.shop().embed("/sales", parley(), stage.site(), "data-department='sales'");
        VisitorPage buyer =
                new VisitorPage(stage.browser().newPage(), stage.shop().origin() + "/sales");
        buyer.openChat();
        buyer.start("I want to buy");
        Assertions.assertThat(departments()).containsExactly("Sales");

        stage.shop().embed("/sails", parley(), stage.site(), "data-department='sails'");
        VisitorPage other =
                new VisitorPage(stage.browser().newPage(), stage.shop().origin() + "/sails");
        ConsoleMessage said = other.page.waitForConsoleMessage(
                new Page.WaitForConsoleMessageOptions()
                        .setPredicate(message -> message.text().startsWith("data-department:")),
                () -> {
                    other.openChat();
                    other.start("I want to buy too");
                });
        Assertions.assertThat(said.type()).isEqualTo("error");
        Assertions.assertThat(departments()).containsExactly("Sales", "Support");
    }

    private List<String> departments() {
        List<String> names = new ArrayList<>();
        stage.admin("/board/conversations").get().expect(200).forEach(one -> {
            if (one.path("site").asText().equals(stage.site())) {
                names.add(one.at("/department/name").asText());
            }
        });
        return names;
    }

    @Test
    void accountShouldBeSignedOutSwitchedOffAndDeleted() {
        DeskPage nina = stage.colleague(stage.browser().newPage(), "Nina");
        open("operators");
        Locator account = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Nina"))
                .last();
        account.click();
        desk.button("Sign out everywhere").click();
        desk.button("Yes, sign out").click();
        assertThat(nina.page.locator("console-login")).isVisible();

        page.getByLabel("In use").uncheck();
        desk.button("Save").click();
        assertThat(page.getByText("switched off").last()).isVisible();
        int accounts = page.locator("console-admin li").count();
        desk.button("Delete Nina").last().click();
        assertThat(page.getByText("This cannot be undone")).isVisible();
        desk.button("Yes, delete").click();
        assertThat(page.locator("console-admin li")).hasCount(accounts - 1);
    }

    @Test
    void unsavedChangesShouldNotBeLostAndADeletionShouldBeUndone() {
        open("replies/" + stage.site() + "/new");
        field("Shortcut").fill("hello");
        desk.link("Desk").click();
        assertThat(page.getByRole(AriaRole.DIALOG).getByText("Discard your changes?"))
                .isVisible();
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("Cancel").setExact(true))
                .last()
                .click();
        assertThat(field("Shortcut")).hasValue("hello");
        field("Text").fill("Hello, how can I help?");
        desk.button("Save").click();
        Locator reply = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("/hello"));
        assertThat(reply).isVisible();

        desk.button("Delete /hello").click();
        desk.button("Yes, delete").click();
        assertThat(reply).hasCount(0);
        desk.button("Undo").click();
        assertThat(reply).isVisible();
        page.reload();
        assertThat(reply).isVisible();
    }

    @Test
    void pagesShouldServeAPhoneAndWhoReadsFromTheRight() {
        open("hours/" + stage.site());
        page.getByLabel("Open at certain hours, else always").check();
        page.setViewportSize(360, 740);
        Stage.picture("admin-hours-phone", page);
        Assertions.assertThat(page.evaluate("document.scrollingElement.scrollWidth <= innerWidth"))
                .isEqualTo(true);
        desk.button("Save").click();
        assertThat(page.getByText("Saved.")).isVisible();
        page.evaluate("localStorage.setItem('parley.language', 'ar')");
        open("rules/" + stage.site() + "/new");
        page.reload();
        assertThat(page.locator("admin-form")).isVisible();
        Accessible.check(page);
        Stage.picture("admin-rules-arabic", page);
    }

    @Test
    void operatorShouldFindNoAdministration() {
        DeskPage operator = stage.desk(stage.browser().newPage());
        assertThat(operator.link("Visitors")).isVisible();
        assertThat(operator.link("Administration")).hasCount(0);
        operator.page.evaluate("location.hash = '#/admin/departments'");
        assertThat(operator.page.getByText(Pattern.compile("not allowed"))).isVisible();
    }

    private void open(String address) {
        page.evaluate("address => { location.hash = `#/admin/${address}`; }", address);
    }

    private Locator field(String label) {
        return page.locator("parley-field").getByLabel(Pattern.compile("^" + label + "( optional)?$"));
    }
}
