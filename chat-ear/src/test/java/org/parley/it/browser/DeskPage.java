package org.parley.it.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.parley.it.server.Parley;

/** The operator at the console. */
final class DeskPage {

    final Page page;

    DeskPage(Page page, Parley parley) {
        this.page = page;
        page.navigate(parley.at("/console/").toString());
    }

    void login(String username, String password) {
        page.getByLabel("User name").fill(username);
        page.getByLabel("Password").fill(password);
        button("Sign in").click();
    }

    /** The link to a page of the console, with what is counted there. */
    Locator link(String page) {
        return this.page
                .locator("console-nav")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(Pattern.compile("^" + page)));
    }

    void useCompanyToken(String token) {
        page.getByText("Sign in with a company token").click();
        page.getByLabel("Company token (JWT)").fill(token);
        button("Use token").click();
    }

    Locator waiting(String subject) {
        return page.locator("console-queue parley-list-item", new Page.LocatorOptions().setHasText(subject));
    }

    void accept(String subject) {
        waiting(subject)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(Pattern.compile("^Accept")))
                .click();
    }

    void openOwn(String text) {
        page.locator("console-conversations parley-list-item", new Page.LocatorOptions().setHasText(text))
                .click();
    }

    Locator pane(String text) {
        return page.locator("console-pane", new Page.LocatorOptions().setHasText(text));
    }

    void write(Locator pane, String text) {
        Locator field = pane.getByRole(AriaRole.TEXTBOX);
        field.fill(text);
        field.press("Enter");
    }

    /** Writes a note, and goes on writing notes. */
    void note(Locator pane, String text) {
        Locator mode = pane.getByRole(
                AriaRole.BUTTON,
                new Locator.GetByRoleOptions().setName("Internal note").setExact(true));
        if ("false".equals(mode.getAttribute("aria-pressed"))) {
            mode.click();
        }
        write(pane, text);
    }

    /** An action of a conversation's menu. */
    void choose(Locator pane, String action) {
        pane.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("More actions"))
                .click();
        pane.locator("console-pane-menu").getByText(action).click();
    }

    /** Ends a conversation, and says yes to the question. */
    void end(Locator pane) {
        pane.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName("End").setExact(true))
                .click();
        button("End conversation").click();
    }

    /** A check box of the menu, which opens for it. */
    Locator setting(String name) {
        Locator box = page.getByLabel(name);
        if (!box.isVisible()) {
            page.locator("console-menu parley-button").first().click();
        }
        return box;
    }

    /** A message that has been sent, and not the preview of one. */
    Locator bubble(String text) {
        return page.locator(".message:not(.preview) .bubble", new Page.LocatorOptions().setHasText(text));
    }

    /** A note in the history. */
    Locator note(String text) {
        return page.locator(".note .bubble", new Page.LocatorOptions().setHasText(text));
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
