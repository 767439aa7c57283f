package org.parley.webapp;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.docs.Checkout;

/** All languages have the same texts; each has its own plural forms. */
class TextsTest {
    private static final Path FOLDER = Checkout.WEBAPP.resolve("i18n");
    private static final Set<String> AREAS = Set.of("widget", "console");

    /** The plural categories of each language (Unicode CLDR), as {@code Intl.PluralRules} chooses them. */
    private static final Map<String, Set<String>> PLURALS = Map.of(
            "en", Set.of("one", "other"),
            "zh-CN", Set.of("other"),
            "ar", Set.of("zero", "one", "two", "few", "many", "other"));

    private static final Pattern PLURAL = Pattern.compile("(.+)\\.(zero|one|two|few|many|other)");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    static Stream<Arguments> catalogues() {
        return PLURALS.keySet().stream()
                .sorted()
                .flatMap(language -> AREAS.stream().sorted().map(area -> Arguments.of(language, area)));
    }

    @Test
    void everyLanguageShouldHaveEveryArea() {
        assertThat(Checkout.files(FOLDER, ".json"))
                .containsExactlyInAnyOrderElementsOf(catalogues()
                        .map(names -> file((String) names.get()[0], (String) names.get()[1]))
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void keysShouldBeThoseOfEnglish(String language, String area) {
        assertThat(byKey(language, area).keySet())
                .containsExactlyElementsOf(byKey("en", area).keySet());
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void numberedTextsShouldHaveFormsOfTheirLanguage(String language, String area) {
        texts(language, area).keySet().stream()
                .map(PLURAL::matcher)
                .filter(key -> key.matches())
                .forEach(key -> {
                    assertThat(PLURALS.get(language)).as(key.group()).contains(key.group(2));
                    // Any other form may be left out, and is then written like this one.
                    assertThat(texts(language, area)).containsKey(key.group(1) + ".other");
                });
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void textsShouldSaySomething(String language, String area) {
        assertThat(texts(language, area))
                .allSatisfy((key, text) -> assertThat(text).as(key).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void parametersShouldBeThoseOfEnglish(String language, String area) {
        Map<String, List<String>> english = byKey("en", area);
        byKey(language, area).forEach((key, forms) -> {
            Set<String> expected = parameters(english.getOrDefault(key, List.of()));
            assertThat(parameters(forms)).as(key).isEqualTo(expected);
            // "One character" may be a word and not a figure; the form for all other numbers has to say it.
            assertThat(parameters(List.of(forms.get(forms.size() - 1)))).as(key).isEqualTo(expected);
        });
    }

    /** The forms of each text, {@code other} last. */
    private static Map<String, List<String>> byKey(String language, String area) {
        Map<String, String> texts = texts(language, area);
        return texts.keySet().stream()
                .collect(Collectors.groupingBy(
                        key -> PLURAL.matcher(key).replaceFirst("$1"),
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                keys -> keys.stream()
                                        .sorted((one, two) ->
                                                Boolean.compare(one.endsWith(".other"), two.endsWith(".other")))
                                        .map(texts::get)
                                        .toList())));
    }

    private static Set<String> parameters(List<String> texts) {
        return texts.stream()
                .flatMap(text -> PARAMETER.matcher(text).results())
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(String language, String area) {
        try (JsonReader reader = Json.createReader(new StringReader(Checkout.read(file(language, area))))) {
            JsonObject object = reader.readObject();
            Map<String, String> texts = new TreeMap<>();
            object.forEach((key, value) -> texts.put(key, ((JsonString) value).getString()));
            return texts;
        }
    }

    private static Path file(String language, String area) {
        return FOLDER.resolve(language).resolve(area + ".json");
    }
}
