package org.parley.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Json;
import org.parley.it.server.Workshop;

/** The unit tests of the JavaScript modules, in a browser, without any server of ours. */
class ModuleTestsBrowserIT {

    private static final Path WEB = Workshop.MODULE.resolveSibling("chat-web").normalize();
    private static final Path SOURCES = WEB.resolve("src/main/webapp");
    /** Where the build put Lit. */
    private static final Path BUILT = WEB.resolve("target/web/sources");

    private static final Map<String, String> TYPES = Map.of(
            ".js", "text/javascript",
            ".css", "text/css",
            ".html", "text/html; charset=utf-8",
            ".json", "application/json",
            ".svg", "image/svg+xml");

    @Test
    void modulesShouldPassTheirTests() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", ModuleTestsBrowserIT::serve);
        server.start();
        try (Browsers browsers = Browsers.launch();
                Page page = browsers.browser().newPage()) {
            page.navigate("http://localhost:" + server.getAddress().getPort() + "/src/test/js/index.html");
            page.waitForFunction("window.testResults");
            JsonNode results = Json.parse((String)
                    page.evaluate("Promise.resolve(window.testResults).then((results) => JSON.stringify(results))"));
            System.out.println("Tests of the browser client: " + results.path("passed") + " passed");
            assertThat(results.path("failed")).isEmpty();
            assertThat(results.path("passed").asInt()).isPositive();
        } finally {
            server.stop(0);
        }
    }

    private static void serve(HttpExchange exchange) throws IOException {
        Path file = file(exchange.getRequestURI().getPath());
        if (file.startsWith(WEB) && Files.isRegularFile(file)) {
            byte[] bytes = Files.readAllBytes(file);
            String name = file.getFileName().toString();
            exchange.getResponseHeaders()
                    .set(
                            "Content-Type",
                            TYPES.getOrDefault(name.substring(name.lastIndexOf('.')), "application/octet-stream"));
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        } else {
            exchange.sendResponseHeaders(404, -1);
        }
        exchange.close();
    }

    private static Path file(String path) {
        Path file = WEB.resolve(path.substring(1)).normalize();
        if (file.startsWith(SOURCES) && !Files.exists(file)) {
            return BUILT.resolve(SOURCES.relativize(file));
        }
        return file;
    }
}
