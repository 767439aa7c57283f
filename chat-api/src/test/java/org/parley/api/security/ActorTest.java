package org.parley.api.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.api.conversation.ParticipantKind;

class ActorTest {
    private static final Actor BOT = new Actor("bot", "Robin");

    @Test
    void asCallerItShouldBeNoPersonAndHaveNoRole() {
        Caller caller = Caller.of(BOT);

        assertThat(caller.participant().kind()).isEqualTo(ParticipantKind.SYSTEM);
        assertThat(caller.isHouse()).isTrue();
        assertThat(caller.isStaff()).isFalse();
        assertThat(caller.isVisitor()).isFalse();
        assertThat(caller.oversees()).isFalse();
        assertThat(caller.roles()).isEmpty();
    }

    @Test
    void noRoleShouldBelongToTheCircleOfTheHouse() {
        assertThat(Circle.HOUSE.roles()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bot", "b0t", "-bot", "a bot", "01940000-0000-7000-8000-000000000001"})
    void itsIdShouldNeverLookLikeAPersons(String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Actor(id, null));
    }
}
