package org.parley.api.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

class WrittenHoursTest {

    @Test
    void whatWasReadShouldBeWrittenInTheWeeksOrder() {
        WrittenHours written = new WrittenHours(
                "Asia/Shanghai",
                Map.of("sunday", List.of("22:00-30:00"), "monday", List.of("13:00-24:00", "09:00-12:00")),
                Map.of("2027-01-01", List.of("10:00-11:00"), "2026-12-25", List.of()));
        WrittenHours again = WrittenHours.of(written.read());
        assertThat(again.zone()).isEqualTo("Asia/Shanghai");
        assertThat(again.days().keySet()).containsExactly("monday", "sunday");
        assertThat(again.days().get("monday")).containsExactly("09:00-12:00", "13:00-24:00");
        assertThat(again.exceptions().keySet()).containsExactly("2026-12-25", "2027-01-01");
        assertThat(again.read()).isEqualTo(written.read());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "17:00-09:00",
                "22:00-06:00",
                "09:00-09:00",
                "24:00-25:00",
                "09:00-33:01",
                "09:60-10:00",
                "9:00-12:00",
                "09:00 - 12:00",
                "09:00",
                "",
                "-01:00-02:00",
                "morning"
            })
    void whatIsNoIntervalShouldBeRefusedWithItsDay(String interval) {
        ChatException refusal = refusal(Map.of("tuesday", List.of("01:00-02:00", interval)), Map.of());
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID);
        assertThat(refusal.field()).isEqualTo("hours.days.tuesday");
    }

    @Test
    void whoForgetsThatANightEndsOnTheNextDayShouldBeToldHowToWriteIt() {
        ChatException refusal = refusal(Map.of("friday", List.of("22:00-06:00")), Map.of());
        assertThat(refusal).hasMessageContaining("ends before it begins").hasMessageContaining("22:00-30:00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Monday", "mon", "", "holiday"})
    void whatIsNoDayShouldBeRefused(String day) {
        assertThat(refusal(Map.of(day, List.of()), Map.of()).field()).isEqualTo("hours.days");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "2026-13-01", "25.12.2026", "12-25", "+12026-01-01", ""})
    void whatIsNoDateShouldBeRefused(String date) {
        assertThat(refusal(Map.of(), Map.of(date, List.of())).field()).isEqualTo("hours.exceptions");
    }

    private static ChatException refusal(Map<String, List<String>> days, Map<String, List<String>> exceptions) {
        return catchThrowableOfType(ChatException.class, () -> new WrittenHours("UTC", days, exceptions).read());
    }
}
