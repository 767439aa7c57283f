package org.parley.ejb.database;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Reads rows without the entity manager, by the mapping of their entity, so only the entity names the columns. The
 * results are unmanaged; do not change them.
 */
public final class RowReader<T> {
    private final Part<T> whole;
    private final List<String> columns = new ArrayList<>();

    /** @param without fields to leave out, such as long texts; they keep the values of the entity's constructor */
    public RowReader(Class<T> entity, Set<String> without) {
        whole = new Part<>(entity, without);
    }

    /** The columns to select, in the order of reading. */
    public String columns() {
        return columns.stream().collect(Collectors.joining(", "));
    }

    /** The current row of {@code rows}, which begins with {@link #columns}. */
    public T read(ResultSet rows) throws SQLException {
        return whole.read(rows);
    }

    /** An entity, or what is embedded in one. */
    private final class Part<P> {
        private final Constructor<P> constructor;
        private final List<Value> values = new ArrayList<>();

        Part(Class<P> type, Set<String> without) {
            try {
                constructor = type.getDeclaredConstructor();
            } catch (NoSuchMethodException e) {
                throw new IllegalStateException(type + " is no entity", e);
            }
            constructor.setAccessible(true);
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !without.contains(field.getName())) {
                    field.setAccessible(true);
                    values.add(new Value(field, source(field, without)));
                }
            }
        }

        private Source source(Field field, Set<String> without) {
            if (field.isAnnotationPresent(Embedded.class)) {
                return new Part<>(field.getType(), without)::read;
            }
            Column column = field.getAnnotation(Column.class);
            columns.add(column == null ? field.getName() : column.name());
            return column(field, columns.size());
        }

        P read(ResultSet rows) throws SQLException {
            try {
                P part = constructor.newInstance();
                for (Value value : values) {
                    value.field().set(part, value.source().read(rows));
                }
                return part;
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("A row cannot be read", e);
            }
        }
    }

    private interface Source {
        Object read(ResultSet rows) throws SQLException;
    }

    private record Value(Field field, Source source) {}

    // Ids as text: what one server lays around a result set looks for getObject(int, Class) by reflection, row by row.
    private static Source column(Field field, int number) {
        Class<?> type = field.getType();
        if (type == String.class) {
            return rows -> rows.getString(number);
        }
        if (type == UUID.class) {
            return rows -> {
                String id = rows.getString(number);
                return id == null ? null : UUID.fromString(id);
            };
        }
        if (type == long.class || type == Long.class) {
            return rows -> {
                long value = rows.getLong(number);
                return rows.wasNull() ? null : value;
            };
        }
        if (type == boolean.class) {
            return rows -> rows.getBoolean(number);
        }
        if (type.isEnum()) {
            return constant(field, number);
        }
        throw new IllegalStateException("Nobody knows how to read " + field);
    }

    private static Source constant(Field field, int number) {
        Object[] constants = field.getType().getEnumConstants();
        if (field.getAnnotation(Enumerated.class).value() == EnumType.ORDINAL) {
            return rows -> constants[rows.getInt(number)];
        }
        return rows -> {
            String name = rows.getString(number);
            for (Object constant : constants) {
                if (((Enum<?>) constant).name().equals(name)) {
                    return constant;
                }
            }
            return null;
        };
    }
}
