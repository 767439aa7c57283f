package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;

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
        page.locator("console-menu parley-button").first().click();
        desk.button("Administration").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Departments")))
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
    void unsavedChangesShouldNotBeLostAndADeletionShouldBeUndone() {
        open("replies/" + stage.site() + "/new");
        field("Shortcut").fill("hello");
        page.getByText("Back to the desk").click();
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
        operator.page.locator("console-menu parley-button").first().click();
        assertThat(operator.button("Keyboard shortcuts")).isVisible();
        assertThat(operator.button("Administration")).hasCount(0);
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
