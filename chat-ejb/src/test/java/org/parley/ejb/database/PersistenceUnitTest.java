package org.parley.ejb.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Not every server finds the rows by itself (ADR-0028), so they are listed; this test finds missing ones. */
class PersistenceUnitTest {
    @Test
    void eachRowShouldBeListedOnce() throws IOException {
        List<String> rows = new ClassFileImporter(List.of(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS))
                .importPackages("org.parley.ejb").stream()
                        .filter(type -> type.isAnnotatedWith(Entity.class)
                                || type.isAnnotatedWith(Embeddable.class) && !type.isNestedClass()
                                || type.isAnnotatedWith(Converter.class))
                        .map(JavaClass::getName)
                        .toList();

        assertThat(listed()).isNotEmpty().containsExactlyInAnyOrderElementsOf(rows);
    }

    private static List<String> listed() throws IOException {
        try (InputStream file = PersistenceUnitTest.class.getResourceAsStream("/META-INF/persistence.xml")) {
            return Pattern.compile("<class>([\\w.]+)</class>")
                    .matcher(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .results()
                    .map(match -> match.group(1))
                    .toList();
        }
    }
}
