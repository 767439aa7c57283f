package org.parley.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.parley.docs.Checkout;

/** What a visitor's browser may have to load, each file compressed by itself as a server would. */
class WeightTest {
    private static final int LOADER_LIMIT = 5 * 1024;
    private static final int WIDGET_LIMIT = 40 * 1024;

    private static final Path WEBAPP = Checkout.WEBAPP;
    /** Lit as the build lays it out; the WAR has it under {@code lib/}. */
    private static final Path LIT = Checkout.ROOT.resolve("chat-web/target/lit");

    private static final Pattern IN_PAGE = Pattern.compile("<(?:script|link)\\b[^>]*?\\b(?:src|href)=\"([^\"]+)\"");
    private static final Pattern IN_MODULE =
            Pattern.compile("(?:^|[;}\\n])\\s*(?:import|export)\\b(?:[^'\"();]*?\\bfrom)?\\s*[\"']([^\"']+)[\"']");
    private static final Pattern IN_STYLES = Pattern.compile("@import\\s+(?:url\\()?[\"']?([^\"')]+)");
    /** Modules and workers; in JSDoc the name of a type follows. */
    private static final Pattern ON_DEMAND =
            Pattern.compile("\\b(?:import|new Worker\\(new URL)\\([\"']([^\"']+)[\"'](?!\\)\\.)");

    @Test
    void loaderShouldBeLight() {
        int weight = weight(WEBAPP.resolve("loader/parley.js"));

        System.out.println("loader: " + weight + " bytes compressed, of " + LOADER_LIMIT);
        assertThat(weight).isLessThanOrEqualTo(LOADER_LIMIT);
    }

    @Test
    void loaderShouldLoadNothingByItself() {
        String loader = Checkout.read(WEBAPP.resolve("loader/parley.js"));

        assertThat(links(loader, IN_MODULE)).isEmpty();
        assertThat(loader).doesNotContain("import(");
    }

    @Test
    void widgetShouldBeLight() {
        Map<String, Integer> weights = new TreeMap<>();
        loadedBy("widget/index.html").forEach(path -> weights.put(path, weight(file(path))));
        int code = weights.values().stream().mapToInt(Integer::intValue).sum();
        Map<String, Integer> inLanguage = new TreeMap<>();
        texts("widget").forEach((language, file) -> inLanguage.put(language, code + weight(file)));

        weights.forEach((path, weight) -> System.out.printf("%7d  %s%n", weight, path));
        inLanguage.forEach((language, weight) ->
                System.out.println("widget in " + language + ": " + weight + " bytes compressed, of " + WIDGET_LIMIT));
        assertThat(weights)
                .as("what is loaded in any case, and what is loaded when it is needed")
                .containsKeys("widget/widget.js", "client/chat-client.js", "ui/tokens.css", "lib/lit-html/lit-html.js")
                .containsKeys("client/polling.js", "client/ticker.js");
        assertThat(inLanguage)
                .containsKeys("en", "zh-CN", "ar")
                .allSatisfy((language, weight) -> assertThat(weight).isLessThanOrEqualTo(WIDGET_LIMIT));
    }

    @Test
    void everyModuleOfTheConsoleShouldExist() {
        assertThat(loadedBy("console/index.html")).contains("console/main.js");
    }

    /** The one file of texts that a page fetches, by its language. */
    private static Map<String, Path> texts(String area) {
        return Checkout.files(WEBAPP.resolve("i18n"), "/" + area + ".json").stream()
                .collect(Collectors.toMap(file -> file.getParent().getFileName().toString(), file -> file));
    }

    /** All files that a page loads, the page included; fails on one that is not there. */
    private static Iterable<String> loadedBy(String page) {
        Map<String, Boolean> found = new TreeMap<>(Map.of(page, true));
        Deque<String> open = new ArrayDeque<>(found.keySet());
        while (!open.isEmpty()) {
            String path = open.remove();
            links(path)
                    .map(link -> Path.of(path)
                            .resolveSibling(link)
                            .normalize()
                            .toString()
                            .replace('\\', '/'))
                    .filter(link -> found.put(link, true) == null)
                    .forEach(open::add);
        }
        return found.keySet();
    }

    private static Stream<String> links(String path) {
        String text = Checkout.read(file(path));
        if (path.endsWith(".html")) {
            return links(text, IN_PAGE);
        }
        return path.endsWith(".css")
                ? links(text, IN_STYLES)
                : Stream.concat(links(text, IN_MODULE), links(text, ON_DEMAND));
    }

    private static Stream<String> links(String text, Pattern pattern) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static Path file(String path) {
        Path file = path.startsWith("lib/") ? LIT.resolve(path.substring("lib/".length())) : WEBAPP.resolve(path);
        assertThat(file).as("%s, which a page or module loads", path).isRegularFile();
        return file;
    }

    private static int weight(Path file) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream out = new Best(compressed)) {
            out.write(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.size();
    }

    private static final class Best extends GZIPOutputStream {
        Best(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
