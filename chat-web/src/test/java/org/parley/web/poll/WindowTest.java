package org.parley.web.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.parley.api.error.ChatException;

class WindowTest {
    private final Window window = new Window(3, 10);

    @Test
    void unconfirmedFramesShouldBeGivenAgain() {
        window.add("a");
        window.add("b");
        assertThat(window.give()).containsExactly("a", "b");
        window.add("c");
        assertThat(window.give()).containsExactly("a", "b", "c");
    }

    @Test
    void confirmedFramesShouldBeGone() {
        window.add("a");
        window.add("b");
        window.give();
        window.confirm(1);
        assertThat(window.give()).containsExactly("b");
        window.confirm(2);
        assertThat(window.isEmpty()).isTrue();
    }

    @Test
    void sameCountShouldChangeNothing() {
        window.add("a");
        window.give();
        window.confirm(1);
        window.add("b");
        window.confirm(1);
        assertThat(window.give()).containsExactly("b");
    }

    @Test
    void countsThatCannotBeShouldBeRefused() {
        window.add("a");
        window.add("b");
        window.give();
        window.add("c");
        assertThatThrownBy(() -> window.confirm(3)).as("never given").isInstanceOf(ChatException.class);
        window.confirm(1);
        assertThatThrownBy(() -> window.confirm(0)).as("confirmed before").isInstanceOf(ChatException.class);
        assertThat(window.give()).containsExactly("b", "c");
    }

    @Test
    void roomShouldEndWithTheFramesAndComeBackWithTheirConfirmation() {
        window.add("a");
        window.add("b");
        assertThat(window.hasRoom()).isTrue();
        window.add("c");
        assertThat(window.hasRoom()).isFalse();
        window.give();
        window.confirm(1);
        assertThat(window.hasRoom()).isTrue();
    }

    @Test
    void roomShouldEndWithTheCharacters() {
        window.add("a frame that is longer than all");
        assertThat(window.hasRoom()).isFalse();
        window.give();
        window.confirm(1);
        assertThat(window.hasRoom()).isTrue();
    }

    @Test
    void givenShouldMeanAll() {
        assertThat(window.isGiven()).isTrue();
        window.add("a");
        assertThat(window.isGiven()).isFalse();
        window.give();
        assertThat(window.isGiven()).isTrue();
        window.confirm(1);
        assertThat(window.isGiven()).isTrue();
    }
}
