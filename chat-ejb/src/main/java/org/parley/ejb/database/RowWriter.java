package org.parley.ejb.database;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Inserts rows without the entity manager, by the mapping of their entity; the counterpart of {@link RowReader}. */
public final class RowWriter<T> {
    private final List<String> columns = new ArrayList<>();
    private final List<Value> values = new ArrayList<>();
    private final String insert;

    public RowWriter(Class<T> entity) {
        collect(entity, row -> row);
        insert = "insert into %s (%s) values (?%s)"
                .formatted(
                        entity.getAnnotation(Table.class).name(),
                        columns.stream().collect(Collectors.joining(", ")),
                        ",?".repeat(columns.size() - 1));
    }

    /** The statement for one row. */
    String insert() {
        return insert;
    }

    void bind(PreparedStatement statement, T row) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            Value value = values.get(i);
            Object content = value.source().of(row);
            if (content == null) {
                statement.setNull(i + 1, value.sqlType());
            } else {
                statement.setObject(i + 1, content);
            }
        }
    }

    /** What a row has for a column, as the database knows it. */
    private interface Source {
        Object of(Object row);
    }

    private record Value(Source source, int sqlType) {}

    private void collect(Class<?> type, Source owner) {
        for (Field field : type.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                continue;
            }
            field.setAccessible(true);
            Source value = row -> value(field, owner.of(row));
            if (field.isAnnotationPresent(Embedded.class)) {
                collect(field.getType(), value);
            } else {
                Column column = field.getAnnotation(Column.class);
                columns.add(column == null ? field.getName() : column.name());
                values.add(new Value(value, sqlType(field.getType())));
            }
        }
    }

    /** Null for all fields of an embedded part that is null. */
    private static Object value(Field field, Object owner) {
        try {
            Object value = owner == null ? null : field.get(owner);
            if (value instanceof Enum<?> constant) {
                boolean byNumber = field.getAnnotation(Enumerated.class).value() == EnumType.ORDINAL;
                return byNumber ? (Object) constant.ordinal() : constant.name();
            }
            return value instanceof Instant at ? (Object) at.toEpochMilli() : value;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException("A row cannot be written", e);
        }
    }

    private static int sqlType(Class<?> type) {
        return type == Long.class || type == Instant.class ? Types.BIGINT : Types.VARCHAR;
    }
}
