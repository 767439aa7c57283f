package org.parley.ejb.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.SessionContext;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.parley.api.command.Command;
import org.parley.api.command.Commands;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.error.ChatException;
import org.parley.api.security.Actor;
import org.parley.api.security.Caller;
import org.parley.api.security.Circle;
import org.parley.api.security.Role;

/** A mandate lets nothing in that the bean would refuse, whatever a command is open to and whoever calls. */
class MandateTest {
    private static final Participant SOMEBODY = new Participant(ParticipantKind.OPERATOR, "o", "Olivia");

    private final CommandsBean bean = new CommandsBean();
    private Set<Circle> open = Set.of();

    @Test
    void itShouldAllowWhatTheBeanAllowsTheSameCaller() {
        for (Set<Circle> circles : subsets(Circle.class)) {
            for (Set<Role> roles : subsets(Role.class)) {
                assertThat(isAllowed(circles, roles, roles, true))
                        .as("open to %s, called by %s", circles, roles)
                        .isEqualTo(isAllowed(circles, roles, roles, false));
            }
        }
    }

    @Test
    void itShouldAllowNothingToRolesThatTheContainerDoesNotConfirm() {
        for (Set<Circle> circles : subsets(Circle.class)) {
            for (Set<Role> claimed : subsets(Role.class)) {
                for (Set<Role> confirmed : subsets(Role.class)) {
                    assertThat(isAllowed(circles, claimed, confirmed, true)
                                    && !isAllowed(circles, claimed, confirmed, false))
                            .as("open to %s, claimed are %s, confirmed %s", circles, claimed, confirmed)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void nobodyShouldGetOneForTheHouse() {
        prepare(EnumSet.allOf(Role.class));

        assertThatThrownBy(() -> bean.mandate(Caller.of(new Actor("rule", null))))
                .isInstanceOf(ChatException.class)
                .hasMessageContaining("role");
    }

    /** As the container decides: it asks for one of the four roles before it calls the bean at all. */
    private boolean isAllowed(Set<Circle> circles, Set<Role> claimed, Set<Role> confirmed, boolean byMandate) {
        open = circles;
        prepare(confirmed);
        Caller caller = new Caller(SOMEBODY, null, claimed);
        Errand<String> errand = new Errand<>("key", () -> "done");
        if (confirmed.isEmpty()) {
            return false;
        }
        try {
            CompletionStage<String> given =
                    byMandate ? bean.mandate(caller).submit(errand) : ((Commands) bean).submit(caller, errand);
            return given.toCompletableFuture().isDone();
        } catch (ChatException refused) {
            return false;
        }
    }

    private void prepare(Set<Role> confirmed) {
        bean.context = (SessionContext) Proxy.newProxyInstance(
                MandateTest.class.getClassLoader(),
                new Class<?>[] {SessionContext.class},
                (self, method, arguments) -> confirmed.stream().map(Role::group).anyMatch(arguments[0]::equals));
        bean.roads = new Roads() {
            @Override
            @SuppressWarnings("unchecked") // the one command of this test
            <R> Road<Command<R>, R> of(Command<R> command) {
                return (Road<Command<R>, R>) (Road<?, ?>) new Road<>(open, new Errand.Does<R>(), null);
            }
        };
        bean.shards = new Shards() {
            @Override
            <R> CompletionStage<R> submit(Given<?, R> command) {
                return CompletableFuture.completedFuture(null);
            }
        };
    }

    private static <E extends Enum<E>> List<Set<E>> subsets(Class<E> type) {
        List<Set<E>> subsets = new ArrayList<>();
        E[] all = type.getEnumConstants();
        for (int bits = 0; bits < 1 << all.length; bits++) {
            Set<E> subset = EnumSet.noneOf(type);
            for (E one : all) {
                if ((bits >> one.ordinal() & 1) == 1) {
                    subset.add(one);
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }
}
