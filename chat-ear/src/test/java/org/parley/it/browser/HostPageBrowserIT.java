package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.it.client.Json;

/** What the host page may be and do without changing the chat. The far end of the socket is played. */
class HostPageBrowserIT extends BrowserSuite {

    private PlayedServer played;
    private VisitorPage visitor;
    private Page page;

    @BeforeEach
    void enter() {
        BrowserContext browser = stage.browser();
        played = new PlayedServer(browser);
        visitor = stage.visitor(browser.newPage());
        page = visitor.page;
        assertThat(button("Open chat")).isVisible();
    }

    @Test
    void noRuleOfThePageShouldChangeButtonOrWindow() throws IOException {
        write("A draft");
        JsonNode result = Json.parse((String) page.evaluate("JSON.stringify((" + hostileRules() + ")())"));
        assertThat(result.path("rules").asInt()).isGreaterThan(4000);
        assertThat(result.path("changed")).isEmpty();
    }

    /** Rules that change how a part is drawn, but not its own style. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "* { opacity: 0.2 !important; filter: invert(1) !important; transform: rotate(9deg) !important }",
                "* { clip-path: inset(40%) !important; mask: linear-gradient(transparent, transparent) !important }",
                "html { zoom: 2 }",
                "::backdrop { display: block !important; background: red !important; opacity: 1 !important }",
            })
    void effectsOfThePageShouldNotReachTheButton(String rules) {
        byte[] before = pictureOfTheButton();
        page.evaluate("""
                rules => {
                  const sheet = new CSSStyleSheet();
                  sheet.replaceSync(rules);
                  document.adoptedStyleSheets = [sheet];
                  document.body.append(document.querySelector('parley-chat'));
                }""", rules);
        page.mouse().move(0, 0);
        assertThat(pictureOfTheButton()).isEqualTo(before);
    }

    @Test
    void pageThatReplacesItsBodyShouldNotEvenReloadTheWindow() {
        write("A draft");
        page.evaluate("document.body.replaceWith(document.createElement('body'))");
        page.evaluate("document.body.innerHTML = '<main><h1>Another page</h1></main>'");
        assertThat(message()).hasValue("A draft");
        assertThat(message()).isFocused();
        assertThat(page.locator("parley-chat iframe")).hasCount(1);
        Accessible.check(page);
        button("Close chat").click();
        assertThat(page.locator("parley-chat iframe")).isHidden();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "document.documentElement.innerHTML = '<head></head><body></body>'",
                "document.documentElement.replaceWith(document.createElement('html'))",
                "document.querySelector('parley-chat').remove()",
                "document.body.append(document.querySelector('parley-chat'))",
                "document.write('<!doctype html><title>Another</title><body>Another page'); document.close()",
            })
    void windowShouldComeBackOpenAfterAnythingElse(String change) {
        write("A draft");
        page.evaluate(change);
        assertThat(message()).hasValue("A draft");
        assertThat(button("Close chat")).hasCount(1);
        page.evaluate("Parley.close()");
        page.evaluate("Parley.open()");
        assertThat(message()).isFocused();
    }

    @Test
    void scriptThatComesAgainShouldFindItsChatAndRunWhatWaits() {
        page.evaluate("""
                () => {
                  const again = () => {
                    const {src, dataset} = document.querySelector('script');
                    const script = Object.assign(document.createElement('script'), {src});
                    script.dataset.site = dataset.site;
                    document.head.append(script);
                  };
                  again();
                  again();
                  window.Parley = [['open']];
                  again();
                }""");
        assertThat(message()).isVisible();
        assertThat(page.locator("parley-chat")).hasCount(1);
        assertThat(button("Close chat")).hasCount(1);
    }

    @Test
    void openShouldShowWhatIsHidden() {
        page.evaluate("Parley.hide()");
        assertThat(button("Open chat")).isHidden();
        page.evaluate("Parley.open()");
        assertThat(message()).isVisible();
    }

    @Test
    void openWithoutAChatShouldSaySo() {
        String chat = stage.widget("en").replaceFirst("/widget/.*", "");
        stage.shop()
                .show("/none", "script-src 'unsafe-inline' *", "<script src='" + chat + "/loader/parley.js'></script>");
        List<String> said = new ArrayList<>();
        page.onConsoleMessage(message -> said.add(message.text()));
        page.navigate(stage.shop().origin() + "/none");
        page.evaluate("Parley.open()");
        page.waitForCondition(() -> said.toString().contains("Parley.open: this page has no chat"));
    }

    @Test
    void windowThatCannotLoadShouldSaySoAndTryAgain() {
        page.context().route("**/chat/widget/**", route -> route.fulfill(new Route.FulfillOptions().setStatus(503)));
        button("Open chat").click();
        assertThat(page.getByText("The chat cannot be reached at the moment.")).isVisible();
        page.context().unroute("**/chat/widget/**");
        button("Try again").click();
        assertThat(message()).isVisible();
    }

    @Test
    void offShouldTakeAwayWhatOnAddedForEachEvent() {
        Object heard = page.evaluate("""
                () => {
                  let heard = '';
                  const listener = () => (heard += '.');
                  const names = ['opened', 'closed'];
                  names.forEach((name) => Parley.on(name, listener));
                  Parley.on('opened', listener);
                  Parley.toggle();
                  Parley.toggle();
                  Parley.off('opened', listener);
                  Parley.toggle();
                  Parley.toggle();
                  names.forEach((name) => Parley.off(name, listener));
                  Parley.toggle();
                  Parley.toggle();
                  return heard;
                }""");
        assertThat(heard).isEqualTo("...");
    }

    @Test
    void titleThatComesAfterTheAddressShouldBeTold() {
        page.evaluate("Parley.consent(true)");
        page.waitForCondition(() -> !played.of("page").isEmpty());
        String first = played.of("page").get(0).path("url").asText();
        page.evaluate("history.pushState(null, '', '/shoes')");
        page.waitForCondition(() -> told().path("url").asText().endsWith("/shoes"));
        page.evaluate("document.title = 'Shoes'");
        page.waitForCondition(() -> told().path("title").asText().equals("Shoes"));
        assertThat(told().path("url").asText()).endsWith("/shoes");
        assertThat(told().path("referrer").asText()).isEqualTo(first);
    }

    private JsonNode told() {
        List<JsonNode> pages = played.of("page");
        return pages.get(pages.size() - 1);
    }

    private void write(String draft) {
        visitor.openChat();
        message().fill(draft);
    }

    private Locator message() {
        return visitor.widget().getByLabel("Your message");
    }

    private Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    private byte[] pictureOfTheButton() {
        BoundingBox box = button("Open chat").boundingBox();
        return page.screenshot(new Page.ScreenshotOptions().setClip(box.x, box.y, box.width, box.height));
    }

    private static String hostileRules() throws IOException {
        try (var rules = HostPageBrowserIT.class.getResourceAsStream("hostile-rules.js")) {
            return new String(rules.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("(?s)^/\\*.*?\\*/", "");
        }
    }
}
