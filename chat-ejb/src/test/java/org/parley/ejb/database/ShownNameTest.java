package org.parley.ejb.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShownNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada Lovelace",
                "李雷",
                "محمّد",
                "שָׁלוֹם",
                "Nguyễn Thị Hằng",
                "می\u200Cخواهم",
                "क्ष\u200Dत्र",
                "Zoë 👩\u200D💻",
                "❤\uFE0F\u200D🔥",
                "O'Neil-Smith"
            })
    void namesOfPeopleShouldStay(String name) {
        assertThat(ShownName.of(name)).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n",
                "\u200B",
                "\u202E\u202C",
                "\u2066\u2069",
                "\uFEFF",
                "\u00AD",
                "\u200D\u200D",
                "\u3164",
                "\u2800",
                "\u115F\u1160",
                "\uFE0F",
                "\u0301\u0302",
                "\u2028",
                "\u061C",
                "\uDB40\uDC41"
            })
    void whatCannotBeSeenShouldBeNoName(String name) {
        assertThat(ShownName.of(name)).isNull();
    }

    @Test
    void nothingShouldTurnTheTextAround() {
        assertThat(ShownName.of("Ada\u202Egnp.\u202C\u2067x\u200F")).isEqualTo("Adagnp.x");
    }

    @Test
    void nothingShouldHideInAName() {
        assertThat(ShownName.of("Sup\u200Bpo\u00ADrt\u2060\u3164")).isEqualTo("Support");
        assertThat(ShownName.of("\u200CAda\u200D \u200DLovelace")).isEqualTo("Ada Lovelace");
    }

    @Test
    void marksShouldNotPileUp() {
        assertThat(ShownName.of("Z" + "\u0317".repeat(40) + "a")).isEqualTo("Z" + "\u0317".repeat(3) + "a");
    }

    @Test
    void nameShouldBeOneLineWithSingleBlanks() {
        assertThat(ShownName.of(" Ada\r\n\u2028 \u3000Lovelace\u00A0")).isEqualTo("Ada Lovelace");
    }

    @Test
    void longNameShouldBeCutBetweenCharacters() {
        assertThat(ShownName.of("x".repeat(99) + "🎉")).isEqualTo("x".repeat(99));
    }
}
