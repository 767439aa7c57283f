package org.parley.ejb.department;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.api.department.DepartmentSettings;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

class DepartmentRulesTest {
    private static final Set<String> KEYS = Set.of("a", "b", "c", "d", "e");

    @Test
    void whatANewDepartmentHasShouldBeAllowed() {
        assertThatCode(() ->
                        DepartmentRules.check(DepartmentSettings.initial("Support"), DepartmentSettings.MANUAL::equals))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "name, '', manual, 30, 0, 0, 60",
        "name, ' ', manual, 30, 0, 0, 60",
        "strategy, Support, whoever, 30, 0, 0, 60",
        "strategy, Support, , 30, 0, 0, 60",
        "offerSeconds, Support, manual, -1, 0, 0, 60",
        "offerSeconds, Support, manual, 3601, 0, 0, 60",
        "idleWarnMinutes, Support, manual, 30, -1, 0, 60",
        "idleWarnMinutes, Support, manual, 30, 10081, 0, 60",
        "idleCloseMinutes, Support, manual, 30, 0, 10081, 60",
        "idleCloseMinutes, Support, manual, 30, 5, 5, 60",
        "idleCloseMinutes, Support, manual, 30, 5, 0, 60",
        "returnSeconds, Support, manual, 30, 0, 0, 0",
        "returnSeconds, Support, manual, 30, 0, 0, 3601"
    })
    void whatBreaksARuleShouldBeRefusedWithItsField(
            String field, String name, String strategy, int offer, int warn, int close, int back) {
        DepartmentSettings settings =
                new DepartmentSettings(name, true, strategy, offer, false, null, null, true, warn, close, back);
        ChatException refusal = catchThrowableOfType(
                ChatException.class, () -> DepartmentRules.check(settings, DepartmentSettings.MANUAL::equals));
        assertThat(refusal).isNotNull();
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
        assertThat(refusal.field()).isEqualTo(field);
    }

    @Property
    void aFallbackShouldBeRefusedExactlyWhenItClosesACircle(
            @ForAll("orders") Map<String, String> others, @ForAll("keys") String key, @ForAll("keys") String wanted) {
        Map<String, String> fallbacks = new HashMap<>(others);
        fallbacks.put(key, wanted);
        assertThat(isRefused(key, fallbacks))
                .isEqualTo(reachable(wanted, fallbacks).contains(key));
    }

    @Property
    void aCircleOfOthersShouldNotHangTheCheck(@ForAll("orders") Map<String, String> fallbacks) {
        Map<String, String> broken = new HashMap<>(fallbacks);
        broken.putAll(Map.of("a", "b", "b", "a", "c", "a"));
        assertThat(isRefused("c", broken)).isFalse();
    }

    @Test
    void aFallbackThatIsNoneOfTheSiteShouldBeRefused() {
        assertThat(isRefused("a", Map.of("a", "elsewhere"))).isTrue();
    }

    private static Set<String> reachable(String from, Map<String, String> fallbacks) {
        Set<String> reached = new HashSet<>(Set.of(from));
        for (int step = 0; step < KEYS.size(); step++) {
            Set.copyOf(reached).forEach(one -> {
                if (fallbacks.containsKey(one)) {
                    reached.add(fallbacks.get(one));
                }
            });
        }
        return reached;
    }

    private static boolean isRefused(String key, Map<String, String> fallbacks) {
        ChatException refusal =
                catchThrowableOfType(ChatException.class, () -> DepartmentRules.checkFallback(key, fallbacks, KEYS));
        return refusal != null && "fallback".equals(refusal.field());
    }

    @Provide
    Arbitrary<String> keys() {
        return Arbitraries.of(KEYS);
    }

    @Provide
    Arbitrary<Map<String, String>> orders() {
        return Arbitraries.maps(keys(), keys()).ofMaxSize(5);
    }
}
