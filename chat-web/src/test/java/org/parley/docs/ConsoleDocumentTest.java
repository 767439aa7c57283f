package org.parley.docs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The operators' page and the console's help name the same keys with the same words. */
class ConsoleDocumentTest {
    private static final Pattern SHORTCUT = Pattern.compile("\\{keys: '([^']+)', text: '([^']+)'");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (.+?) \\| (.+?) \\|$");

    @Test
    void documentShouldNameTheKeysOfTheHelpDialog() {
        String shortcuts = Checkout.read(Checkout.WEBAPP.resolve("console/base/shortcuts.js"));
        JsonObject words = words();
        List<String> inHelp = SHORTCUT.matcher(shortcuts)
                .results()
                .map((MatchResult one) -> one.group(1) + ": " + words.getString(one.group(2)))
                .toList();

        String document = Checkout.read(Checkout.ROOT.resolve("docs/console.md"));
        String table = document.substring(document.indexOf("\n## Shortcuts"));
        List<String> inDocument = ROW.matcher(table)
                .results()
                .skip(1) // the head
                .map((MatchResult one) -> one.group(1) + ": " + one.group(2))
                .toList();

        assertThat(inHelp).hasSizeGreaterThan(5);
        assertThat(inDocument).containsExactlyInAnyOrderElementsOf(inHelp);
    }

    private static JsonObject words() {
        String texts = Checkout.read(Checkout.WEBAPP.resolve("i18n/en/console.json"));
        try (JsonReader reader = Json.createReader(new StringReader(texts))) {
            return reader.readObject();
        }
    }
}
