package org.parley.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.docs.Checkout;

/** The packaged bytes that a browser has to load, compressed as for a browser without Brotli. */
class WeightTest {
    private static final int LOADER_LIMIT = 4_000;
    private static final int WIDGET_LIMIT = 24_000;
    private static final int CONSOLE_LIMIT = 70_000;
    private static final int LATER_LIMIT = 2_000;

    private static final Path PACKAGED = Checkout.ROOT.resolve("chat-web/target/web/packaged");

    private static final Pattern IN_PAGE = Pattern.compile("<(?:script|link)\\b[^>]*?\\b(?:src|href)=\"([^\"]+)\"");
    /** Of bundled code: {@code import{a}from"./b.js"}; what it loads later is not meant. */
    private static final Pattern IN_MODULE = Pattern.compile("\\b(?:from|import)\"(\\./[^\"]+)\"");

    @Test
    void loaderShouldBeOneLightFile() {
        assertThat(weight(PACKAGED.resolve("loader/parley.js"))).isLessThanOrEqualTo(LOADER_LIMIT);
        assertThat(links(PACKAGED.resolve("loader/parley.js"))).isEmpty();
        assertThat(weight(PACKAGED.resolve("loader/visits.js"))).isLessThanOrEqualTo(LATER_LIMIT);
        assertThat(links(PACKAGED.resolve("loader/visits.js"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ar"})
    void widgetShouldBeLight(String language) {
        assertThat(loadedBy("widget", language)).hasSizeLessThanOrEqualTo(4);
        assertThat(weight(loadedBy("widget", language))).isLessThanOrEqualTo(WIDGET_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN", "ar"})
    void consoleShouldBeLight(String language) {
        assertThat(loadedBy("console", language)).hasSizeLessThanOrEqualTo(8);
        assertThat(weight(loadedBy("console", language))).isLessThanOrEqualTo(CONSOLE_LIMIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"links", "polling", "tab-host", "ticker", "visit"})
    void whatFewNeedShouldBeAFileOfItsOwn(String name) {
        Path file = asset(name + "-", ".js");
        assertThat(weight(file)).isLessThanOrEqualTo(LATER_LIMIT);
        assertThat(links(file)).isEmpty();
        assertThat(asset("widget-", ".js")).content().contains("./" + file.getFileName());
    }

    @Test
    void administrationShouldComeWhenItIsAskedFor() {
        Path admin = asset("admin-", ".js");
        assertThat(asset("app-", ".js")).content().contains("import(\"./" + admin.getFileName() + "\")");
        assertThat(loadedBy("console", "en")).doesNotContain(admin);
    }

    @Test
    void everyFileShouldHaveANameThatItsContentDecides() {
        assertThat(Checkout.listed(PACKAGED.resolve("assets")))
                .allMatch(file -> file.getFileName().toString().matches(".+-[A-Z0-9]{8,10}(\\..+)?"));
    }

    @Test
    void whatIsReadShouldBeFoundFromWhatRuns() {
        Path map = asset("widget-", ".js.map");
        assertThat(Checkout.read(map)).contains("widget/chat-window.js");
        assertThat(asset("widget-", ".js")).content().endsWith("//# sourceMappingURL=" + map.getFileName() + "\n");
    }

    /** The page, all that it names and imports, and its texts. */
    private static Set<Path> loadedBy(String page, String language) {
        Path html = PACKAGED.resolve(page + "/index.html");
        Set<Path> found = new TreeSet<>(Set.of(html));
        Deque<Path> open = new ArrayDeque<>(found);
        while (!open.isEmpty()) {
            Path file = open.remove();
            links(file)
                    .map(link -> file.resolveSibling(link).normalize())
                    .filter(found::add)
                    .forEach(open::add);
        }
        found.add(asset("i18n-", "").resolve(language + "/" + page + ".json"));
        System.out.printf("%s in %s: %d requests, %d bytes%n", page, language, found.size(), weight(found));
        return found;
    }

    private static Stream<String> links(Path file) {
        Pattern pattern = file.toString().endsWith(".html") ? IN_PAGE : IN_MODULE;
        return pattern.matcher(Checkout.read(file)).results().map(link -> link.group(1));
    }

    private static Path asset(String prefix, String suffix) {
        return Checkout.listed(PACKAGED.resolve("assets")).stream()
                .filter(file -> file.getFileName().toString().matches(Pattern.quote(prefix) + "[A-Z0-9]+" + suffix))
                .findFirst()
                .orElseThrow();
    }

    private static int weight(Set<Path> files) {
        return files.stream().mapToInt(WeightTest::weight).sum();
    }

    private static int weight(Path file) {
        try {
            return (int) Files.size(Path.of(file + ".gz"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
