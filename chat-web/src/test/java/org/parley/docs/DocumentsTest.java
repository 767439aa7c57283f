package org.parley.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.api.conversation.EntryKind;
import org.parley.api.error.ErrorCode;
import org.parley.web.protocol.CloseCode;
import org.parley.web.protocol.FrameReaders;

/** Finds documents that mention something that no longer exists. */
class DocumentsTest {
    private static final Pattern FENCE = Pattern.compile("(?ms)^ *```(\\w*)\\n(.*?)^ *```");
    private static final Pattern SPAN = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CLASS = Pattern.compile("[A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*");
    private static final Pattern SHORT_CLASS = Pattern.compile("[A-Z][a-z]+");
    private static final Pattern FILE = Pattern.compile(
            "(?:chat-(?:api|ejb|web|ear)|docs|webapp)/[\\w./-]*|[\\w-]+\\.(?:md|java|js|css|html|svg|sql)|pom\\.xml");
    private static final Pattern PACKAGE = Pattern.compile("org\\.parley(?:\\.[a-z]+)*");
    private static final Pattern SETTING = Pattern.compile("\"(parley(?:\\.[a-z-]+)+)\"");
    private static final Pattern SETTING_ROW =
            Pattern.compile("(?m)^\\| `(parley\\.[a-z.-]+)` \\| `([A-Z_]+)` \\| (\\S+) \\|");

    /** Names of headers, of a database and of no class, which the documents use too. */
    private static final Set<String> FOREIGN = Set.of(
            "Authorization", "Forwarded", "Host", "Origin", "PersistenceContext", "PostgreSQL", "XxxIT", "XxxTest");

    static List<Path> documents() {
        return Checkout.documents();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void classesShouldExist(Path document) {
        Set<String> known = new TreeSet<>(FOREIGN);
        Checkout.sources().forEach(source -> {
            known.addAll(names(source));
            known.addAll(all("(?m)^import .*\\.([A-Z]\\w+);", Checkout.read(source)));
        });
        Checkout.files(Checkout.WEBAPP, ".js")
                .forEach(script -> known.addAll(all("class ([A-Z]\\w+)", Checkout.read(script))));
        assertThat(known).as("classes found in the sources").hasSizeGreaterThan(100);

        assertNothingBut(known, mentioned(document, CLASS));
        assertNothingBut(known, whole(document, SHORT_CLASS));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void packagesShouldExist(Path document) {
        Set<String> known = Checkout.sources().stream()
                .map(source -> all("(?m)^package ([\\w.]+);", Checkout.read(source)))
                .flatMap(List::stream)
                .flatMap(DocumentsTest::withParents)
                .collect(Collectors.toSet());

        assertNothingBut(known, whole(document, PACKAGE));
    }

    @Test
    void architectureShouldNameEveryPackage() {
        Set<String> packages = Checkout.mainSources().stream()
                .map(source -> all("(?m)^package ([\\w.]+);", Checkout.read(source)))
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(all("(?m)^\\| `(org[\\w.]+)` \\|", read("docs/architecture.md")))
                .containsExactlyInAnyOrderElementsOf(packages);
    }

    @Test
    void architectureShouldNameEveryTable() {
        String migrations =
                Checkout.files(Checkout.ROOT.resolve("chat-ejb/src/main/resources/db/migration"), ".sql").stream()
                        .map(Checkout::read)
                        .collect(Collectors.joining());
        List<String> tables = new ArrayList<>(all("create table (\\w+)", migrations));
        tables.add("parley_schema_history");
        String chapter =
                read("docs/architecture.md").split("(?m)^## The database$")[1].split("(?m)^## ")[0];

        assertThat(all("(?m)^\\| `(\\w+)` \\|", chapter)).containsExactlyInAnyOrderElementsOf(tables);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void filesShouldExist(Path document) {
        assertThat(whole(document, FILE))
                .allSatisfy(name -> assertThat(exists(document, name))
                        .as("%s, which %s mentions, exists", name, document.getFileName())
                        .isTrue());
    }

    @ParameterizedTest
    @MethodSource("documents")
    void linksShouldLeadSomewhere(Path document) {
        List<String> targets = all(LINK.pattern(), prose(document)).stream()
                .filter(target -> !target.matches("[a-z]+:.*"))
                // Pictures are made by the browser tests.
                .filter(target -> !target.matches("docs/images/[\\w-]+\\.png"))
                .toList();

        assertThat(targets).allSatisfy(target -> {
            String[] parts = target.split("#", 2);
            Path file = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]);
            assertThat(file).exists();
            if (parts.length == 2) {
                assertThat(anchors(file)).contains(parts[1]);
            }
        });
    }

    /** {@code docs/protocol.md} as much as {@code ADR-0003}. */
    @Test
    void decisionsShouldSayWhenTheyWereMadeAndWhetherTheyHold() {
        String index = read("docs/adr/README.md");
        List<Path> decisions = Checkout.files(Checkout.ROOT.resolve("docs/adr"), ".md").stream()
                .filter(file -> !file.endsWith("README.md"))
                .toList();
        assertThat(decisions).isNotEmpty().allSatisfy(file -> {
            String name = file.getFileName().toString();
            assertThat(Checkout.read(file))
                    .matches("(?s)# " + name.substring(0, 4)
                            + " [^\n]+\n\nDate: \\d{4}-\\d\\d-\\d\\d\\. Status: (accepted|replaced).*");
            assertThat(index).contains("(" + name + ")");
        });
    }

    @Test
    void documentsThatSourcesNameShouldExist() {
        List<String> decisions = Checkout.files(Checkout.ROOT.resolve("docs/adr"), ".md").stream()
                .map(file -> file.getFileName().toString().substring(0, 4))
                .toList();

        assertThat(Checkout.written()).isNotEmpty().allSatisfy(source -> {
            String text = Checkout.read(source);
            assertThat(all("(?:ADR-|docs/adr/)(\\d{4})", text)).isSubsetOf(decisions);
            assertThat(all("\\bdocs/[\\w/-]+\\.md\\b", text))
                    .allSatisfy(name -> assertThat(Checkout.ROOT.resolve(name)).exists());
        });
    }

    @Test
    void everySettingShouldBeDocumentedWithItsDefault() {
        Map<String, String> documented = new TreeMap<>();
        SETTING_ROW
                .matcher(read("docs/configuration.md"))
                .results()
                .forEach(row -> documented.put(row.group(1), row.group(3)));
        Properties defaults = defaults();
        Map<String, String> real = new TreeMap<>();
        settingsInSources().forEach(name -> real.put(name, inTable(defaults.getProperty(name))));

        assertThat(documented).isEqualTo(real);
    }

    @Test
    void everyDefaultShouldBelongToASetting() {
        assertThat(settingsInSources()).containsAll(defaults().stringPropertyNames());
    }

    @Test
    void defaultsShouldStandInOnePlaceOnly() {
        assertThat(Checkout.mainSources())
                .allSatisfy(source -> assertThat(Checkout.read(source)).doesNotContain("defaultValue ="));
    }

    @Test
    void environmentVariablesShouldBeThoseOfTheirSettings() {
        assertThat(SETTING_ROW.matcher(read("docs/configuration.md")).results())
                .isNotEmpty()
                .allSatisfy(row -> assertThat(row.group(2))
                        .isEqualTo(row.group(1).replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void settingsThatAreMentionedShouldExist(Path document) {
        Set<String> settings = settingsInSources();
        Set<String> environment = settings.stream()
                .map(name -> name.replaceAll("[^a-z0-9]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        String text = Checkout.read(document);

        assertNothingBut(environment, all("PARLEY_[A-Z_]+", text));
        assertNothingBut(
                settings,
                spans(document)
                        .filter(span -> span.matches("parley(\\.[a-z-]+)+"))
                        .filter(span -> !span.endsWith(".db"))
                        .toList());
    }

    @Test
    void errorCodesShouldBeThoseOfTheServer() {
        Map<String, String> documented = all("(?m)^\\| (`[a-z-]+` \\| \\d{3}) \\|", read("docs/protocol.md")).stream()
                .map(row -> row.split("` \\| "))
                .collect(Collectors.toMap(row -> row[0].substring(1), row -> row[1]));

        assertThat(documented)
                .isEqualTo(Arrays.stream(ErrorCode.values())
                        .collect(Collectors.toMap(ErrorCode::wire, code -> Integer.toString(code.httpStatus()))));
    }

    @Test
    void errorCodesOfThePagesShouldBeThoseOfTheServer() {
        Set<String> known =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::wire).collect(Collectors.toSet());
        known.add("disconnected"); // the client library's own

        assertThat(listed("client/chat-error.js", "TEMPORARY = \\[([^]]*)]")).isSubsetOf(known);
        assertThat(listed("client/line/connection.js", "FINAL_TOKEN_ERRORS = \\[([^]]*)]"))
                .isSubsetOf(known);
        assertThat(listed("console/base/problem-text.js", "known = new Set\\(\\[([^]]*)]"))
                .isSubsetOf(known);
        assertThat(Checkout.files(Checkout.WEBAPP, ".js"))
                .allSatisfy(script -> assertThat(all("error\\??\\.code === '([a-z-]+)'", Checkout.read(script)))
                        .isSubsetOf(known));
    }

    @Test
    void consoleShouldHaveASentenceForEachKindOfEntryThatIsNotSpoken() {
        EnumSet<EntryKind> spoken = EnumSet.of(EntryKind.MESSAGE, EntryKind.NOTE, EntryKind.WHISPER);
        assertThat(all("case '([a-z]+)':", Checkout.read(Checkout.WEBAPP.resolve("console/pane/sentences.js"))))
                .containsExactlyInAnyOrderElementsOf(EnumSet.complementOf(spoken).stream()
                        .map(EntryKind::wire)
                        .toList());
    }

    @Test
    void closeCodesShouldBeTheSameInServerDocumentAndClient() {
        List<CloseCode> server = List.of(CloseCode.values());
        String client = Checkout.read(Checkout.WEBAPP.resolve("client/line/close-code.js"));

        assertThat(all("(?m)^\\| (4\\d{3} \\| `[A-Z_]+`) \\|", read("docs/protocol.md")))
                .containsExactlyElementsOf(server.stream()
                        .map(code -> code.code() + " | `" + code.name() + "`")
                        .toList());
        assertThat(all("(?m)^export const ([A-Z_]+ = 4\\d{3});", client))
                .containsExactlyElementsOf(server.stream()
                        .map(code -> code.name() + " = " + code.code())
                        .toList());
    }

    @Test
    void closeCodesShouldBeNamedWhereverAModuleMeansOne() {
        assertThat(Checkout.files(Checkout.WEBAPP, ".js"))
                .filteredOn(script -> !script.endsWith("client/line/close-code.js"))
                .allSatisfy(script -> assertThat(all("[^\\w#]((?:44|45)\\d{2})\\b", code(script)))
                        .isEmpty());
    }

    private static String code(Path script) {
        return Checkout.read(script).replaceAll("(?s)/\\*.*?\\*/|(?m)//.*$", "");
    }

    @Test
    void kindsOfEntriesShouldBeThoseOfTheLogs() {
        assertThat(all("(?m)^\\| (`[a-z]+` \\| `(?:public|internal)`) \\|", read("docs/protocol.md")))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(EntryKind.values())
                        .map(kind -> "`" + kind.wire() + "` | `" + kind.log().wire() + "`")
                        .toList());
    }

    @Test
    void framesOfTheTableShouldBeThoseThatAreRead() {
        String chapter = read("docs/protocol.md")
                .split("(?m)^## Frames from a client$")[1]
                .split("(?m)^## ")[0];

        assertThat(all("(?m)^\\| `([a-z]+)` \\|", chapter))
                .containsExactlyInAnyOrderElementsOf(FrameReaders.ALL.types());
    }

    @Test
    void listingsShouldBeThoseThatAreTested() {
        assertTested("docs/routing.md", "chat-api/src/test");
        assertTested("docs/java.md", "chat-ear/src/test/java/org/parley/it/container");
    }

    private static void assertTested(String document, String folder) {
        String tested = Checkout.files(Checkout.ROOT.resolve(folder), ".java").stream()
                .map(Checkout::read)
                .collect(Collectors.joining());

        assertThat(FENCE.matcher(read(document))
                        .results()
                        .filter(fence -> fence.group(1).equals("java"))
                        .map(fence -> fence.group(2)))
                .isNotEmpty()
                .allMatch(tested::contains);
    }

    private static void assertNothingBut(Set<String> known, Collection<String> mentioned) {
        List<String> unknown = new ArrayList<>(mentioned);
        unknown.removeAll(known);
        assertThat(unknown).as("mentioned, but not there").isEmpty();
    }

    private static Set<String> settingsInSources() {
        Set<String> settings = Checkout.mainSources().stream()
                .map(source -> all(SETTING.pattern(), Checkout.read(source)))
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        return settings;
    }

    private static Properties defaults() {
        Properties properties = new Properties();
        try {
            properties.load(
                    new StringReader(read("chat-api/src/main/resources/META-INF/microprofile-config.properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }

    private static String inTable(String value) {
        return value == null ? "–" : "`" + value + "`";
    }

    private static List<String> listed(String script, String list) {
        return all("'([a-z-]+)'", listing(script, list));
    }

    private static String listing(String script, String list) {
        List<String> found = all(list, Checkout.read(Checkout.WEBAPP.resolve(script)));
        assertThat(found).as("%s in %s", list, script).hasSize(1);
        return found.get(0);
    }

    private static String read(String path) {
        return Checkout.read(Checkout.ROOT.resolve(path));
    }

    /** The file's own name and the types that are declared in it. */
    private static List<String> names(Path source) {
        return all("\\b(?:class|interface|record|enum) ([A-Z]\\w+)", Checkout.read(source));
    }

    private static Stream<String> withParents(String name) {
        return Stream.iterate(
                name, parent -> parent.contains("."), parent -> parent.substring(0, parent.lastIndexOf('.')));
    }

    /** Names within code spans and within pictures. */
    private static Set<String> mentioned(Path document, Pattern pattern) {
        Stream<String> pictures = FENCE.matcher(Checkout.read(document))
                .results()
                .filter(fence -> fence.group(1).equals("mermaid"))
                .map(fence -> fence.group(2));
        return Stream.concat(spans(document), pictures)
                // A test's name is a sentence, a header has hyphens.
                .filter(text -> !text.contains("-") || text.contains("\n"))
                .flatMap(text -> Pattern.compile("(?<![\\w./-])@?(" + pattern + ")(?!\\w)")
                        .matcher(text)
                        .results())
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Code spans that are nothing else. */
    private static Set<String> whole(Path document, Pattern pattern) {
        return spans(document)
                .filter(span -> pattern.matcher(span).matches())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> spans(Path document) {
        return SPAN.matcher(prose(document)).results().map(match -> match.group(1));
    }

    private static String prose(Path document) {
        return FENCE.matcher(Checkout.read(document)).replaceAll("");
    }

    private static boolean exists(Path document, String name) {
        String path = name.replaceFirst("^webapp/", "chat-web/src/main/webapp/");
        // What the build makes is not there when this test runs.
        return path.contains("/target/")
                || path.equals("V2__what.sql")
                || Files.exists(Checkout.ROOT.resolve(path))
                || Files.exists(document.resolveSibling(path));
    }

    private static List<String> anchors(Path document) {
        Function<String, String> anchor = title ->
                title.toLowerCase(Locale.ROOT).replaceAll("[^\\w -]", "").replace(' ', '-');
        return all("(?m)^#+ (.*)$", prose(document)).stream().map(anchor).toList();
    }

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.groupCount() == 0 ? match.group() : match.group(1))
                .toList();
    }
}
