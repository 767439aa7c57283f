package org.parley.web;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;

/** The classes of production code, so that what a feature brings is found here as the container finds it. */
public final class Production {
    private static final List<Class<?>> CLASSES = new ClassFileImporter(
                    List.of(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS))
            .importPackages("org.parley.api", "org.parley.web").stream()
                    .<Class<?>>map(JavaClass::reflect)
                    .toList();

    private Production() {}

    /** The concrete classes of this kind. */
    public static <T> Stream<Class<? extends T>> classes(Class<T> kind) {
        return CLASSES.stream()
                .filter(kind::isAssignableFrom)
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .map(type -> type.asSubclass(kind));
    }

    public static <T> List<T> made(Class<T> kind) {
        return classes(kind).<T>map(Production::make).toList();
    }

    /** An instance without injection. */
    public static <T> T make(Class<T> type) {
        try {
            Constructor<T> constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
