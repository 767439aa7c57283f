package org.parley.ejb.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.api.error.ChatException;
import org.parley.api.invitation.InvitationRule;
import org.parley.api.invitation.InvitationRule.Conditions;

class RuleChecksTest {
    @Test
    void usualRulesShouldPass() {
        Conditions all = new Conditions("/cart*", 30, 2, true, "plan", "gold", "22:00", "06:00");
        assertThatCode(() -> check(rule("Night", all, Map.of("en", "Hello", "zh-CN", "你好", "ar", "مرحبا"))))
                .doesNotThrowAnyException();
        assertThatCode(() -> check(rule("All", none(), Map.of("en", "Hello")))).doesNotThrowAnyException();
    }

    static Stream<Arguments> faults() {
        Map<String, String> text = Map.of("en", "Hello");
        return Stream.of(
                Arguments.of("name", rule(" ", none(), text)),
                Arguments.of("name", rule("x".repeat(101), none(), text)),
                Arguments.of("texts", rule("r", none(), Map.of())),
                Arguments.of("texts", rule("r", none(), Map.of("english, please", "Hello"))),
                Arguments.of("texts", rule("r", none(), Map.of("en", "x".repeat(15_001)))),
                Arguments.of("page", rule("r", new Conditions(" ", null, null, null, null, null, null, null), text)),
                Arguments.of(
                        "page",
                        rule("r", new Conditions("x".repeat(501), null, null, null, null, null, null, null), text)),
                Arguments.of(
                        "seconds", rule("r", new Conditions(null, 86_401, null, null, null, null, null, null), text)),
                Arguments.of("pages", rule("r", new Conditions(null, null, 0, null, null, null, null, null), text)),
                Arguments.of(
                        "attribute", rule("r", new Conditions(null, null, null, null, "a", null, null, null), text)),
                Arguments.of(
                        "attribute", rule("r", new Conditions(null, null, null, null, null, "v", null, null), text)),
                Arguments.of(
                        "from", rule("r", new Conditions(null, null, null, null, null, null, "09:00", null), text)),
                Arguments.of("from", rule("r", hours("9", "10:00"), text)),
                Arguments.of("from", rule("r", hours("25:00", "10:00"), text)),
                Arguments.of("to", rule("r", hours("09:00", "24:00"), text)),
                Arguments.of("to", rule("r", hours("09:00", "09:00"), text)));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultShouldBeNamedByItsField(String field, InvitationRule rule) {
        assertThatThrownBy(() -> check(rule))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.field()).isEqualTo(field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cart",
                "shop.example/cart*",
                "ftp://shop.example/*",
                "https:/shop.example*",
                "https://",
                "https:///cart",
                "/cart?step=2",
                "/cart#pay",
                "/my cart",
                "cart*"
            })
    void patternThatNoPageCanHaveShouldBeRefused(String page) {
        assertThatThrownBy(() -> check(onPage(page)))
                .isInstanceOfSatisfying(
                        ChatException.class, e -> assertThat(e.field()).isEqualTo("page"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/cart",
                "/cart*",
                "*",
                "*/cart",
                "*cart*",
                "https://shop.example/*",
                "HTTPS://shop.example",
                "http*cart",
                "https://*",
                "h*",
                "/购物车*"
            })
    void patternThatAPageCanHaveShouldPass(String page) {
        assertThatCode(() -> check(onPage(page))).doesNotThrowAnyException();
    }

    private static InvitationRule onPage(String page) {
        return rule("r", new Conditions(page, null, null, null, null, null, null, null), Map.of("en", "Hello"));
    }

    private static void check(InvitationRule rule) {
        RuleChecks.check(rule, text -> {});
    }

    private static Conditions none() {
        return hours(null, null);
    }

    private static Conditions hours(String from, String to) {
        return new Conditions(null, null, null, null, null, null, from, to);
    }

    private static InvitationRule rule(String name, Conditions when, Map<String, String> texts) {
        return new InvitationRule(null, "shop", name, true, 0, null, when, texts);
    }
}
