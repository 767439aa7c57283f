package org.parley.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.server.Database;
import org.parley.it.server.NarrowNetwork;
import org.parley.it.server.Parley;
import org.parley.it.server.ParleyServer;

/** A network that refuses every upgrade: widget and console fall back to polling by themselves. */
class BlockedWebSocketBrowserIT extends BrowserSuite {

    private static final LocatorAssertions.IsVisibleOptions SOON =
            new LocatorAssertions.IsVisibleOptions().setTimeout(120_000);

    private static ParleyServer server;
    private static NarrowNetwork network;

    private final List<String> frames = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void startServer() {
        server = ParleyServer.on(Database.H2).start();
        network = NarrowNetwork.before(server);
    }

    @AfterAll
    static void stopServer() {
        if (network != null) {
            network.close();
        }
        server.close();
    }

    @Override
    Parley parley() {
        return network;
    }

    @Test
    void visitorAndOperatorShouldTalkThroughAReloadAndTheServersEnd() {
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

        server.kill();
        visitor.write("Written while nobody answers");
        desk.write(pane, "Answered while nobody answers");
        server.start();
        assertThat(desk.bubble("Written while nobody answers")).isVisible(SOON);
        assertThat(visitor.bubble("Answered while nobody answers")).isVisible(SOON);
        assertThat(visitor.bubbles()).hasCount(5);
        assertThat(frames).as("frames that came over a WebSocket").isEmpty();
    }

    private Page watched() {
        BrowserContext browser = stage.browser();
        Page page = browser.newPage();
        page.onWebSocket(socket -> socket.onFrameReceived(frame -> frames.add(frame.text())));
        return page;
    }
}
