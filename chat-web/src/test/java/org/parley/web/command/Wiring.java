package org.parley.web.command;

import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parley.web.Production;

/** Makes beans as the container does, of parts that a test gives, and of the settings' defaults. */
final class Wiring {
    private static final Properties DEFAULTS = defaults();

    private final List<Object> parts;

    Wiring(List<Object> parts) {
        this.parts = parts;
    }

    <T> T make(Class<T> type) {
        T bean = Production.make(type);
        Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Inject.class))
                .forEach(field -> inject(bean, field));
        return bean;
    }

    private void inject(Object bean, Field field) {
        ConfigProperty setting = field.getAnnotation(ConfigProperty.class);
        try {
            field.setAccessible(true);
            field.set(bean, setting == null ? part(field.getType()) : number(setting));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A port that no test gives fails whatever it is asked. */
    private Object part(Class<?> type) {
        return parts.stream()
                .filter(type::isInstance)
                .findFirst()
                .orElseGet(() -> Proxy.newProxyInstance(
                        type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                            throw new UnsupportedOperationException(method.getName());
                        }));
    }

    private static Object number(ConfigProperty setting) {
        return Integer.valueOf(DEFAULTS.getProperty(setting.name()));
    }

    private static Properties defaults() {
        Properties defaults = new Properties();
        try (InputStream file = Wiring.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            defaults.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return defaults;
    }
}
