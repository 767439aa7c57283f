package org.parley.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.web.protocol.FrameReaders;

/** All frames and resources are in the tables of {@code docs/security.md}, which a test tries on a running server. */
class RightsTableTest {
    @Test
    void eachFrameShouldStandInTheTable() {
        Set<String> frames = FrameReaders.ALL.types();
        assertThat(frames).hasSizeGreaterThan(20);
        assertThat(rows("Frame", "`([a-z]+)`.*")).containsExactlyInAnyOrderElementsOf(frames);
    }

    @Test
    void eachResourceShouldStandInTheTable() {
        Collection<String> resources = new ClassFileImporter()
                .importPackages("org.parley.web").stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .map(JavaClass::reflect)
                        .flatMap(RightsTableTest::resources)
                        .collect(Collectors.toList());
        assertThat(resources).hasSizeGreaterThan(20);
        assertThat(rows("Resource", "`([A-Z]+ /.*)`"))
                .as("with the servlets, which are no resources of Jakarta REST")
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(resources.stream(), Stream.of("GET /health", "POST /poll", "POST /visitors"))
                                .toList());
    }

    private static Stream<String> resources(Class<?> type) {
        String base = type.getAnnotation(Path.class).value();
        return Arrays.stream(type.getDeclaredMethods())
                .flatMap(method -> verb(method).map(verb -> {
                    Path path = method.getAnnotation(Path.class);
                    String whole = ("/" + base + "/" + (path == null ? "" : path.value())).replaceAll("/+", "/");
                    return verb + " " + whole.replaceAll("/$", "");
                }));
    }

    private static Stream<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static Collection<String> rows(String first, String name) {
        String document = Checkout.read(Checkout.ROOT.resolve("docs/security.md"));
        String table = document.split(Pattern.quote("| " + first + " |"), 2)[1].split("\n\n", 2)[0];
        return Pattern.compile("(?m)^\\| " + name + " \\|")
                .matcher(table.replaceAll("(?m)^(\\| [^|]*\\|).*", "$1"))
                .results()
                .map(row -> row.group(1))
                .distinct()
                .toList();
    }
}
