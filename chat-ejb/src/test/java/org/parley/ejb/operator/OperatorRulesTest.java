package org.parley.ejb.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.api.department.DepartmentId;
import org.parley.api.department.Membership;
import org.parley.api.error.ChatException;
import org.parley.api.operator.OperatorSettings;

class OperatorRulesTest {
    private static final DepartmentId SUPPORT = new DepartmentId(UUID.randomUUID());

    @Test
    void languagesShouldBeStoredInTheirUsualFormAndOnce() {
        OperatorSettings settings =
                new OperatorSettings(true, null, List.of("zh-cn", "EN", "zh-Hans-CN", "zh-CN"), List.of());
        assertThat(OperatorRules.checked(settings).languages()).containsExactly("zh-CN", "en", "zh-Hans-CN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "english", "zh_CN", "en us", "und", "x-private", "e", "en-1", "und-DE"})
    void whatIsNoLanguageShouldBeRefused(String tag) {
        assertThat(field(new OperatorSettings(true, null, List.of(tag), List.of())))
                .isEqualTo("languages");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1001})
    void aCapacityThatNobodyHasShouldBeRefused(int capacity) {
        assertThat(field(new OperatorSettings(true, capacity, List.of(), List.of())))
                .isEqualTo("capacity");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 11})
    void aSkillBeyondTheScaleShouldBeRefused(int skill) {
        assertThat(field(new OperatorSettings(true, 1, List.of(), List.of(new Membership(SUPPORT, skill)))))
                .isEqualTo("departments");
    }

    @Test
    void theSameDepartmentTwiceShouldBeRefused() {
        List<Membership> twice = List.of(new Membership(SUPPORT, 1), new Membership(SUPPORT, 2));
        assertThat(field(new OperatorSettings(true, 1, List.of(), twice))).isEqualTo("departments");
    }

    @Test
    void tooManyShouldBeRefused() {
        List<String> tags =
                IntStream.rangeClosed('a', 'k').mapToObj(c -> "e" + (char) c).toList();
        assertThat(field(new OperatorSettings(true, 1, tags, List.of()))).isEqualTo("languages");
        List<Membership> many = Collections.nCopies(101, new Membership(SUPPORT, 1));
        assertThat(field(new OperatorSettings(true, 1, List.of(), many))).isEqualTo("departments");
    }

    private static String field(OperatorSettings settings) {
        ChatException refusal = catchThrowableOfType(ChatException.class, () -> OperatorRules.checked(settings));
        assertThat(refusal).isNotNull();
        return refusal.field();
    }
}
