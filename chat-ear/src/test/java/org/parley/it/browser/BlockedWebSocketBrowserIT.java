package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.server.NarrowNetwork;
import org.parley.it.server.Parley;
import org.parley.it.server.ParleyServer;

/**
 * A network that refuses every upgrade: widget and console fall back to polling by themselves.
 * {@link ConversationBrowserIT} tests the end of a server.
 */
class BlockedWebSocketBrowserIT extends BrowserSuite {

    private static NarrowNetwork network;

    private final List<String> frames = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void narrowTheNetwork() {
        network = NarrowNetwork.before(ParleyServer.shared());
    }

    @AfterAll
    static void leaveTheNetwork() {
        network.close();
    }

    @Override
    Parley parley() {
        return network;
    }

    @Test
    void visitorAndOperatorShouldTalkThroughAReload() {
        VisitorPage visitor = stage.visitor(watched());
        DeskPage desk = stage.desk(watched());
        String question = Cast.unique("Through the keyhole ");
        visitor.openChat();
        visitor.start(question);
        assertThat(desk.waiting(question)).isVisible();
        desk.accept(question);
        Locator pane = desk.pane(question);
        desk.write(pane, "I can hear you.");
        assertThat(visitor.bubble("I can hear you.")).isVisible();

        visitor.page.reload();
        assertThat(visitor.bubbles()).hasCount(2);
        visitor.write("Here I am again.");
        assertThat(desk.bubble("Here I am again.")).isVisible();
        assertThat(frames).as("frames that came over a WebSocket").isEmpty();
    }

    private Page watched() {
        BrowserContext browser = stage.browser();
        Page page = browser.newPage();
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> frames.add(frame.text())));
        return page;
    }
}
