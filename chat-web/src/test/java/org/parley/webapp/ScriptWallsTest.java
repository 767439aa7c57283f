package org.parley.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.docs.Checkout;

/** Which modules of the pages may import which, as {@code WallsTest} does for classes. */
class ScriptWallsTest {
    /** The folders from which a folder's modules may import, besides their own. */
    private static final Map<String, Set<String>> WALLS = Map.of(
            "loader", Set.of(),
            "client", Set.of(),
            "i18n", Set.of(),
            "ui", Set.of("client", "lib"),
            "widget", Set.of("client", "i18n", "ui", "lib"),
            "console", Set.of("client", "i18n", "ui", "lib"));

    /** The console's rooms. Each imports only from those after it; rooms of one line do not import from each other. */
    private static final List<Set<String>> CONSOLE = List.of(
            Set.of("app"),
            Set.of("desk"),
            Set.of("admin", "board", "dialogs", "lists"),
            Set.of("pane"),
            Set.of("visitors"),
            Set.of("model", "looks"),
            Set.of("base"));

    private static final Pattern COMMENT =
            Pattern.compile("/\\*.*?\\*/|^\\s*//[^\n]*", Pattern.DOTALL | Pattern.MULTILINE);

    /**
     * Also imports of types in comments, {@code import('…')}, and of modules that are loaded later by their address.
     */
    private static final Pattern IMPORT =
            Pattern.compile("(?:\\bfrom |\\bimport |\\bimport\\(|\\bnew URL\\()'(\\.[^']+\\.js)'");

    @ParameterizedTest
    @ValueSource(strings = {"loader", "client", "i18n", "ui", "widget", "console"})
    void foldersShouldKnowOnlyWhatTheyMay(String folder) {
        Set<String> known = Checkout.files(Checkout.WEBAPP.resolve(folder), ".js").stream()
                .flatMap(module -> imports(module, Checkout.read(module)).stream())
                .map(target -> Checkout.WEBAPP.relativize(target).getName(0).toString())
                .filter(other -> !other.equals(folder))
                .collect(Collectors.toSet());
        assertThat(WALLS.get(folder)).containsAll(known);
    }

    @Test
    void everyFolderShouldHaveItsWalls() {
        assertThat(Checkout.files(Checkout.WEBAPP, ".js").stream()
                        .map(module ->
                                Checkout.WEBAPP.relativize(module).getName(0).toString())
                        .collect(Collectors.toSet()))
                .isEqualTo(WALLS.keySet());
    }

    @Test
    void roomsOfTheConsoleShouldKnowThoseBelowThem() {
        Path console = Checkout.WEBAPP.resolve("console");
        List<String> wrong = new ArrayList<>();
        for (Path module : Checkout.files(console, ".js")) {
            String room = console.relativize(module).getName(0).toString();
            for (Path target : imports(module, Checkout.read(module))) {
                if (target.startsWith(console)) {
                    String other = console.relativize(target).getName(0).toString();
                    if (!other.equals(room) && level(other) <= level(room)) {
                        wrong.add(console.relativize(module) + " knows " + console.relativize(target));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static int level(String room) {
        for (int level = 0; level < CONSOLE.size(); level++) {
            if (CONSOLE.get(level).contains(room)) {
                return level;
            }
        }
        throw new AssertionError("console/" + room + " has no place among the rooms");
    }

    @Test
    void modulesShouldNotImportEachOtherInACircle() {
        Map<Path, Set<Path>> open = new TreeMap<>();
        for (Path module : Checkout.files(Checkout.WEBAPP, ".js")) {
            open.put(
                    module,
                    imports(module, COMMENT.matcher(Checkout.read(module)).replaceAll("")));
        }
        // A module without unresolved imports is in no circle
        while (open.entrySet().removeIf(one -> one.getValue().stream().noneMatch(open::containsKey))) {}
        assertThat(open.keySet()).isEmpty();
    }

    /** What a module imports, each checked to exist; Lit is put into its place by the build. */
    private static Set<Path> imports(Path module, String text) {
        Set<Path> found = new LinkedHashSet<>();
        Matcher address = IMPORT.matcher(text);
        while (address.find()) {
            Path target = module.resolveSibling(address.group(1)).normalize();
            assertThat(target.startsWith(Checkout.WEBAPP.resolve("lib")) || Files.exists(target))
                    .as("%s imports %s", module, address.group(1))
                    .isTrue();
            found.add(target);
        }
        return found;
    }
}
