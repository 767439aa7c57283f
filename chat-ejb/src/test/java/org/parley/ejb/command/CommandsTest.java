package org.parley.ejb.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.api.command.AllowedTo;
import org.parley.api.command.Command;
import org.parley.api.conversation.ConversationCommand;

/** Each command of chat-api has a bean that runs it, and a circle of roles. */
class CommandsTest {
    private static final List<Class<?>> DOERS = classes("org.parley.ejb", Doer.class);
    private static final List<BatchDoer> BATCH_DOERS = classes("org.parley.ejb", BatchDoer.class).stream()
            .map(doer -> (BatchDoer) made(doer))
            .toList();

    static List<Class<?>> commands() {
        return classes("org.parley.api", Command.class);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachShouldHaveOneWhoDoesIt(Class<?> command) {
        Stream<Class<?>> alone = DOERS.stream().filter(doer -> commandOf(doer) == command);
        Stream<BatchDoer> together = BATCH_DOERS.stream().filter(doer -> doer.does(command));
        assertThat(Stream.concat(alone, together)).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachShouldSayWhoMayGiveIt(Class<?> command) {
        assertThat(command).hasAnnotation(AllowedTo.class);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void eachShouldBelongToTheSealedOnesOfItsFeature(Class<?> command) {
        assertThat(command.isRecord()).isTrue();
        assertThat(command.getEnclosingClass()).matches(Class::isSealed);
    }

    @Test
    void doersShouldSayWhichCommandIsTheirs() {
        assertThat(DOERS)
                .isNotEmpty()
                .allSatisfy(
                        doer -> assertThat(((Doer<?, ?>) made(doer)).command()).isEqualTo(commandOf(doer)));
    }

    @Test
    void receiptsShouldBeDoneTogetherWithMessages() {
        assertThat(BATCH_DOERS)
                .anyMatch(doer -> doer.does(ConversationCommand.Read.class)
                        && doer.does(ConversationCommand.Delivered.class)
                        && doer.does(ConversationCommand.Send.class));
    }

    private static Object commandOf(Class<?> doer) {
        return Arrays.stream(doer.getGenericInterfaces())
                .filter(type -> type instanceof ParameterizedType generic && generic.getRawType() == Doer.class)
                .map(type -> ((ParameterizedType) type).getActualTypeArguments()[0])
                .findAny()
                .orElseThrow();
    }

    private static Object made(Class<?> type) {
        try {
            Constructor<?> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Class<?>> classes(String root, Class<?> kind) {
        return new ClassFileImporter(List.of(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS))
                .importPackages(root).stream()
                        .map(JavaClass::reflect)
                        .filter(kind::isAssignableFrom)
                        .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                        .<Class<?>>map(type -> type)
                        .toList();
    }
}
