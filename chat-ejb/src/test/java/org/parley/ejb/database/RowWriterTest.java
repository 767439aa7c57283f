package org.parley.ejb.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowWriterTest {
    private static final UUID ID = new UUID(1, 2);

    private final RowWriter<Thing> writer = new RowWriter<>(Thing.class);
    private final Map<Integer, Object> bound = new TreeMap<>();
    private final List<Integer> types = new ArrayList<>();

    @Test
    void statementShouldNameTheColumnsOfTheEntity() {
        assertThat(writer.insert())
                .isEqualTo("insert into thing (id, its_name, born_at, died_at, hidden, kind, size, note)"
                        + " values (?,?,?,?,?,?,?,?)");
    }

    @Test
    void everyColumnShouldGetItsField() throws SQLException {
        Thing thing = new Thing();
        thing.part = new Part();

        writer.bind(statement(), thing);

        assertThat(bound.values()).containsExactly(ID, "One", 7L, 8L, true, "LARGE", 1, "A note");
    }

    @Test
    void columnsOfAMissingPartShouldBeNull() throws SQLException {
        Thing thing = new Thing();
        thing.diedAt = null;

        writer.bind(statement(), thing);

        assertThat(bound.values()).containsExactly(ID, "One", 7L, null, true, "LARGE", null, null);
    }

    @Test
    void nullShouldHaveTheTypeOfItsColumn() throws SQLException {
        Thing thing = new Thing();
        thing.name = null;
        thing.diedAt = null;

        writer.bind(statement(), thing);

        assertThat(types).containsExactly(Types.VARCHAR, Types.BIGINT, Types.VARCHAR, Types.VARCHAR);
    }

    private PreparedStatement statement() {
        return (PreparedStatement) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PreparedStatement.class}, (self, method, arguments) -> {
                    boolean isNull = method.getName().equals("setNull");
                    bound.put((int) arguments[0], isNull ? null : arguments[1]);
                    if (isNull) {
                        types.add((Integer) arguments[1]);
                    }
                    return null;
                });
    }

    enum Kind {
        SMALL,
        LARGE
    }

    @Table(name = "thing")
    static class Thing {
        static final String IGNORED = "";

        private UUID id = ID;

        @Column(name = "its_name")
        private String name = "One";

        @Column(name = "born_at")
        private Instant bornAt = Instant.ofEpochMilli(7);

        @Column(name = "died_at")
        private Long diedAt = 8L;

        private boolean hidden = true;

        @Enumerated(EnumType.STRING)
        private Kind kind = Kind.LARGE;

        @Embedded
        private Part part;
    }

    static class Part {
        @Enumerated(EnumType.ORDINAL)
        private Kind size = Kind.LARGE;

        private String note = "A note";
    }
}
