package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Handshake;
import org.parley.it.client.Http;
import org.parley.it.client.Json;

/** Visitors who say odd things in every field that they may fill, and the console's pages, which show all of them. */
class OddVisitorsBrowserIT extends BrowserSuite {

    private static final List<String> ODD = List.of(
            "https://%",
            "%",
            "<img src=x onerror=alert(1)>",
            "{name} $& ${x} `",
            "\u202egnp.exe\u2066",
            "\ufffd\ufeff\u2028",
            "👩‍👩‍👧‍👦 e\u0301\u0302\u0303\u0304",
            "javascript:alert(1)",
            "__proto__",
            "null",
            "x".repeat(300),
            "\u0000\u0007\u001b[31m");

    private final List<String> errors = new ArrayList<>();
    private final List<String> visitors = new ArrayList<>();
    private final List<String> conversations = new ArrayList<>();
    private Cast cast;
    private Page page;

    @BeforeEach
    void enter() {
        cast = new Cast(parley());
        stage.admin("/sites/" + stage.site())
                .put(Json.object(
                        "name",
                        "A shop",
                        "origins",
                        List.of(stage.shop().origin()),
                        "visitors",
                        "trail",
                        "keepAddress",
                        true))
                .expect(200);
        page = stage.browser().newPage();
        page.onConsoleMessage(message -> {
            // An answered status is no fault
            if ("error".equals(message.type()) && !message.text().startsWith("Failed to load resource")) {
                errors.add(message.text());
            }
        });
    }

    @AfterEach
    void leave() throws IOException {
        cast.close();
    }

    @Test
    void everybodyShouldBeShownWhateverTheySay() {
        ODD.forEach(this::come);
        stage.supervisor(page);

        page.setViewportSize(1600, 900);
        for (int i = 0; i < ODD.size(); i++) {
            shown("console-queue", "conversation", conversations.get(i)).click();
            if (i == 0) {
                page.keyboard().press("Alt+Shift+KeyV");
            }
            Locator pane = page.locator("console-pane:focus-within");
            assertThat(pane.locator(".bubble").first()).isVisible();
            if (i == 0) {
                assertThat(pane.locator("console-visitor dl").first()).isVisible();
            }
        }

        page.evaluate("location.hash = '#/visitors'");
        assertThat(shown("console-visitors", "visitor", visitors.get(0))).isVisible();
        Stage.picture("visitors-odd", page);
        for (String visitor : visitors) {
            shown("console-visitors", "visitor", visitor).click();
            assertThat(page.locator("console-visitor dl").first()).isVisible();
        }

        page.evaluate("location.hash = '#/board'");
        for (String conversation : conversations) {
            assertThat(shown("console-board", "conversation", conversation)).isVisible();
        }
        assertThat(page.getByText("This cannot be shown")).hasCount(0);
        assertThat(errors).isEmpty();
        assertThat(stage.complaints()).isEmpty();
    }

    /** A list's entry for somebody; other tests' people may stand beside it. */
    private Locator shown(String list, String kind, String id) {
        return page.locator(list + " [data-" + kind + "=\"" + id + "\"]");
    }

    /** Says the odd text wherever the server lets them, else a plain one. */
    private void come(String odd) {
        JsonNode pass = enter(Map.of("name", odd, odd + "!", odd, "plan", odd));
        String header = odd.chars()
                .filter(c -> c >= ' ' && c <= '~')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        ChatSocket socket = cast.keep(Handshake.to(parley())
                .token(pass.path("token").asText())
                .agent("Odd " + header, header.isBlank() ? "*" : header)
                .open());
        socket.hello();
        say(socket, "https://shop.example/", "Shop", null);
        List.of(odd, "https://" + odd, "https://shop.example/" + odd, "https://shop.example/?" + odd)
                .forEach(url -> say(socket, url, odd, odd));
        ObjectNode start = Json.frame("start", "text", odd, "language", odd, "form", Map.of("subject", odd, odd, odd));
        JsonNode started = socket.ask(start);
        if ("error".equals(started.path("type").asText())) {
            started = socket.ask(Json.frame("start", "text", odd, "form", Map.of("subject", odd)));
        }
        if ("error".equals(started.path("type").asText())) {
            started = socket.ack("start", "text", "Plain");
        }
        visitors.add(pass.path("visitor").asText());
        conversations.add(started.path("conversation").asText());
    }

    private static void say(ChatSocket socket, String url, String title, String referrer) {
        ObjectNode frame = Json.frame("page", "url", url, "title", title);
        if (referrer != null) {
            frame.put("referrer", referrer);
        }
        socket.send(frame);
    }

    private JsonNode enter(Map<String, String> attributes) {
        Http.Answer answer = entrance().post(Json.object("site", stage.site(), "attributes", attributes));
        return answer.status() == 201
                ? answer.body()
                : entrance().post(Json.object("site", stage.site())).expect(201);
    }

    private Http entrance() {
        return Http.to(parley().at("/api/v1/visitors"));
    }
}
