package org.parley.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.ParameterizedType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.api.command.AllowedTo;
import org.parley.api.command.Command;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.security.Caller;
import org.parley.api.security.Circle;
import org.parley.api.security.Role;
import org.parley.docs.Checkout;
import org.parley.web.Production;
import org.parley.web.connection.Connection;
import org.parley.web.connection.FakeTransport;
import org.parley.web.connection.FrameHandler;
import org.parley.web.gateway.Gateway;
import org.parley.web.protocol.BadFrame;
import org.parley.web.protocol.ClientFrame;
import org.parley.web.protocol.FrameReaders;
import org.parley.web.protocol.FrameTypes;

/** Each frame has a handler, and each command has a frame and its rights in the documents. */
class HandlersTest {
    private static final Logger PARLEY = Logger.getLogger("org.parley");

    /** The fields of all frames; each type ignores the others. */
    private static final String FIELDS = """
            "id":"c-1","conversation":"01940000-0000-7000-8000-000000000001","text":"Hello","seq":1,"status":"away",
            "operator":"01940000-0000-7000-8000-000000000002","to":{"operator":"01940000-0000-7000-8000-000000000002"},
            "into":"01940000-0000-7000-8000-000000000003","topics":["queue"],"url":"https://shop.example/",
            "visitor":"01940000-0000-7000-8000-000000000004","invitation":"01940000-0000-7000-8000-000000000005",
            "log":"public","after":0,"token":"t","device":"d","client":"c/1","state":""";

    @Test
    void eachFrameShouldHaveOneHandler() {
        List<Class<?>> handled = Production.classes(FrameHandler.class)
                .<Class<?>>map(HandlersTest::frameOf)
                .toList();

        assertThat(handled)
                .containsExactlyInAnyOrderElementsOf(
                        Production.classes(ClientFrame.class).toList());
        assertThat(Production.made(FrameHandler.class))
                .allSatisfy(handler -> assertThat(handler.frame()).isEqualTo(frameOf(handler.getClass())));
    }

    @Test
    void eachFrameShouldBeRead() throws BadFrame {
        Set<Class<?>> read = new HashSet<>();
        for (String type : FrameReaders.ALL.types()) {
            read.add(FrameReaders.ALL.read(frame(type, "shown")).getClass());
        }

        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(
                        Production.classes(ClientFrame.class).toList());
    }

    @Test
    void whatFeaturesBringShouldBeFoundByTheContainer() {
        assertThat(Stream.concat(Production.classes(FrameTypes.class), Production.classes(FrameHandler.class)))
                .allSatisfy(bean -> assertThat(bean).hasAnnotation(ApplicationScoped.class));
    }

    @Test
    void theTableOfRightsShouldSayWhatTheCommandsSay() {
        Map<String, String> said = new TreeMap<>();
        commandsByFrame().forEach((frame, commands) -> said.put(frame, openTo(commands)));
        Map<String, String> documented = rows(
                        "docs/security.md", "| Frame |", "\\| `([a-z]+)`[^|]*\\|.*\\| ([a-z –,]+) \\|")
                .collect(Collectors.toMap(row -> row.get(1), row -> row.get(2), (one, other) -> one, TreeMap::new));

        documented.remove("hello"); // it comes first and once
        assertThat(documented).isEqualTo(said);
    }

    @Test
    void commandsThatNoFrameGivesShouldStandInATableOfTheirOwn() {
        Set<Class<?>> others = Production.classes(Command.class).collect(Collectors.toSet());
        commandsByFrame().values().forEach(others::removeAll);

        assertThat(rows("docs/security.md", "| Command |", "\\| `(\\w+)` \\|.*\\| ([a-z, ]+) \\|")
                        .collect(Collectors.toMap(row -> row.get(1), row -> row.get(2))))
                .isEqualTo(others.stream()
                        .collect(Collectors.toMap(Class::getSimpleName, command -> openTo(Set.of(command)))));
    }

    @Test
    void noFrameShouldGiveWhatOnlyTheHouseMayDo() {
        assertThat(commandsByFrame().values())
                .flatMap(commands -> commands)
                .isNotEmpty()
                .allSatisfy(command -> assertThat(circles(command)).isNotEmpty().isNotEqualTo(List.of(Circle.HOUSE)));
    }

    private static String openTo(Set<Class<?>> commands) {
        return commands.isEmpty()
                ? "–"
                : commands.stream()
                        .flatMap(command -> circles(command).stream())
                        .map(circle -> circle.name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .collect(Collectors.joining(", "));
    }

    private static List<Circle> circles(Class<?> command) {
        return List.of(command.getAnnotation(AllowedTo.class).value());
    }

    /** The commands that each type of frame gives to the ports. */
    private static Map<String, Set<Class<?>>> commandsByFrame() {
        PARLEY.setLevel(Level.OFF); // the ports fail on purpose
        Participant me = new Participant(ParticipantKind.OPERATOR, new UUID(7, 7).toString(), "Me");
        MemoryPorts ports = MemoryGateway.ports(me);
        MemoryGateway memory = new MemoryGateway(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC), ports);
        Gateway gateway = memory.gateway();
        Connection connection = memory.open(
                gateway, new Caller(me, null, Set.of(Role.OPERATOR)), FakeTransport.into(new ArrayList<>()));
        gateway.receive(connection, frame("hello", "shown"));
        Map<String, Set<Class<?>>> commands = new LinkedHashMap<>();
        FrameReaders.ALL.types().stream().filter(type -> !type.equals("hello")).forEach(type -> {
            ports.given().clear();
            gateway.receive(connection, frame(type, "shown"));
            gateway.receive(connection, frame(type, "answered"));
            commands.put(type, ports.given().stream().map(Object::getClass).collect(Collectors.toSet()));
        });
        return commands;
    }

    private static String frame(String type, String state) {
        return "{\"type\":\"" + type + "\"," + FIELDS + "\"" + state + "\"}";
    }

    private static Stream<List<String>> rows(String document, String before, String row) {
        String table = Checkout.read(Checkout.ROOT.resolve(document))
                .split(Pattern.quote(before), 2)[1]
                .split("\n\n", 2)[0];
        return Pattern.compile("(?m)^" + row + "$")
                .matcher(table)
                .results()
                .map(found -> Stream.iterate(0, i -> i <= found.groupCount(), i -> i + 1)
                        .map(found::group)
                        .toList());
    }

    private static Class<?> frameOf(Class<?> handler) {
        return Arrays.stream(handler.getGenericInterfaces())
                .filter(type -> type instanceof ParameterizedType generic && generic.getRawType() == FrameHandler.class)
                .<Class<?>>map(type -> (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[0])
                .findAny()
                .orElseThrow();
    }
}
