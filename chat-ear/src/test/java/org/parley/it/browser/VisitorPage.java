package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.parley.it.client.Json;

/** The visitor at the shop. */
final class VisitorPage {

    final Page page;

    VisitorPage(Page page, String shop) {
        this.page = page;
        page.navigate(shop + "/");
    }

    void openChat() {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Open chat"))
                .click();
    }

    /** The token of this browser. */
    String token(String site) {
        Frame widget = page.frames().stream()
                .filter(frame -> frame.url().contains("/widget/"))
                .findFirst()
                .orElseThrow();
        Object pass = widget.evaluate("key => localStorage.getItem(key)", "parley:" + site + ":visitor");
        return Json.parse(pass.toString()).path("token").asText();
    }

    FrameLocator widget() {
        return page.frameLocator("iframe[title='Chat']");
    }

    void start(String text) {
        widget().getByLabel("Your message").fill(text);
        widget().getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Start the chat"))
                .click();
        assertThat(bubble(text)).isVisible();
    }

    void write(String text) {
        Locator field = widget().getByLabel("Write a message");
        field.fill(text);
        field.press("Enter");
    }

    Locator bubble(String text) {
        return widget().locator(".bubble", new FrameLocator.LocatorOptions().setHasText(text));
    }

    Locator bubbles() {
        return widget().locator(".bubble");
    }

    Locator note(String text) {
        return widget().getByText(text);
    }
}
