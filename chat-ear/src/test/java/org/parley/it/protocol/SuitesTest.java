package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.suite.api.SelectClasses;

/** What does not run by itself runs in a suite. */
class SuitesTest {

    @Test
    void everyClassThatTheBuildLeavesOutShouldBeInASuiteOnce() throws IOException {
        List<String> inSuites = Stream.of(RestartedServerIT.class, ShippedServerIT.class)
                .map(suite -> suite.getAnnotation(SelectClasses.class))
                .flatMap(classes -> Stream.concat(
                        Stream.of(classes.value()).map(Class::getSimpleName),
                        Stream.of(classes.names()).map(name -> name.substring(name.lastIndexOf('.') + 1))))
                .toList();

        assertThat(leftOut()).containsExactlyInAnyOrderElementsOf(inSuites);
    }

    private static List<String> leftOut() throws IOException {
        return Pattern.compile("<exclude>\\*\\*/(\\w+)\\.java</exclude>")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .map(exclude -> exclude.group(1))
                .toList();
    }
}
