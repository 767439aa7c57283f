package org.parley.web.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagePatternTest {
    @ParameterizedTest
    @CsvSource({
        "/cart, https://shop.example/cart, true",
        "/cart, https://shop.example/cart?item=1, true",
        "/cart, https://shop.example/cart/2, false",
        "/cart*, https://shop.example/cart/2, true",
        "*/help/*, http://docs.example:8080/en/help/start, true",
        "https://shop.example/*, https://shop.example/cart, true",
        "https://shop.example/*, https://shop.example.evil/cart, false",
        "/, https://shop.example, true",
        "*, https://shop.example/x, true",
        "/.*, https://shop.example/x, false"
    })
    void patternShouldFitTheAddress(String pattern, String address, boolean fits) {
        assertThat(PagePattern.matches(pattern, address)).isEqualTo(fits);
    }

    @Property
    void starShouldStandForAnything(
            @ForAll @Chars({'a', 'b', '*'}) @StringLength(max = 12) String pattern,
            @ForAll @Chars({'a', 'b'}) @StringLength(max = 12) String text) {
        String regex = pattern.chars()
                .mapToObj(c -> c == '*' ? ".*" : Pattern.quote(Character.toString(c)))
                .collect(Collectors.joining());
        assertThat(PagePattern.fits(pattern, text)).isEqualTo(text.matches(regex));
    }

    @Test
    void manyStarsShouldCostLittle() {
        String pattern = "*a".repeat(250) + "b";
        String text = "a".repeat(2000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5),
                () -> assertThat(PagePattern.fits(pattern, text)).isFalse());
    }
}
