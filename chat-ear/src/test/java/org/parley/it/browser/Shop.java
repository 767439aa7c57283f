package org.parley.it.browser;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.parley.it.server.Parley;
import org.parley.it.server.TestSettings;

/** A company's own web site, on an origin of its own: its shop has a strict policy and one script tag of ours. */
final class Shop implements AutoCloseable {

    private final HttpServer server;

    private Shop(HttpServer server) {
        this.server = server;
    }

    static Shop open() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        return new Shop(server);
    }

    /** The one whose pages may show the console. */
    static Shop portal() {
        TestSettings.PORTAL.start();
        return new Shop(TestSettings.PORTAL);
    }

    /** Puts the widget of this site on every page. */
    Shop embed(Parley parley, String site) {
        return embed("/", parley, site, "");
    }

    /** @param wishes further attributes of the script tag */
    Shop embed(String path, Parley parley, String site, String wishes) {
        String chat = parley.origin().toString();
        show(path, "default-src 'self'; script-src " + chat + "; frame-src " + chat, """
                <!doctype html>
                <html lang="en">
                  <head><meta charset="utf-8"><title>A shop</title></head>
                  <body>
                    <main><h1>A shop</h1><p>Everything that one needs.</p></main>
                    <script src="%s/chat/loader/parley.js" data-site="%s" %s async></script>
                  </body>
                </html>
                """.formatted(chat, site, wishes));
        return this;
    }

    /** Answers a path with a page of its own. */
    void show(String path, String policy, String html) {
        byte[] page = html.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.getResponseHeaders().set("Content-Security-Policy", policy);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
    }

    String origin() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
