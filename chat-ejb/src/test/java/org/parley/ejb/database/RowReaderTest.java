package org.parley.ejb.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.lang.reflect.Proxy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RowReaderTest {
    private static final UUID ID = new UUID(1, 2);

    private final RowReader<Thing> reader = new RowReader<>(Thing.class, Set.of("essay"));

    @Test
    void columnsShouldBeThoseThatTheEntityNames() {
        assertThat(reader.columns()).isEqualTo("id, its_name, born_at, died_at, hidden, kind, size, note");
    }

    @Test
    void everyFieldShouldGetItsColumn() throws SQLException {
        Thing thing = reader.read(row(ID.toString(), "One", 7L, 8L, true, "LARGE", 1, "A note"));

        assertThat(thing.id).isEqualTo(ID);
        assertThat(thing.name).isEqualTo("One");
        assertThat(thing.bornAt).isEqualTo(7);
        assertThat(thing.diedAt).isEqualTo(8);
        assertThat(thing.hidden).isTrue();
        assertThat(thing.kind).isEqualTo(Kind.LARGE);
        assertThat(thing.part.size).isEqualTo(Kind.LARGE);
        assertThat(thing.part.note).isEqualTo("A note");
        assertThat(thing.essay).isEqualTo("as it was made");
    }

    @Test
    void whatIsNullShouldStayNull() throws SQLException {
        Thing thing = reader.read(row(null, null, 7L, null, false, null, 0, null));

        assertThat(thing.id).isNull();
        assertThat(thing.diedAt).isNull();
        assertThat(thing.kind).isNull();
        assertThat(thing.part.note).isNull();
    }

    private static ResultSet row(Object... values) {
        List<Object> row = Arrays.asList(values);
        Object[] last = new Object[1];
        return (ResultSet) Proxy.newProxyInstance(
                RowReaderTest.class.getClassLoader(), new Class<?>[] {ResultSet.class}, (self, method, arguments) -> {
                    if (method.getName().equals("wasNull")) {
                        return last[0] == null;
                    }
                    last[0] = row.get((int) arguments[0] - 1);
                    return last[0] == null && method.getName().equals("getLong") ? 0L : last[0];
                });
    }

    enum Kind {
        SMALL,
        LARGE
    }

    static class Thing {
        private UUID id;

        @Column(name = "its_name")
        private String name;

        @Column(name = "born_at")
        private long bornAt;

        @Column(name = "died_at")
        private Long diedAt;

        private boolean hidden;

        @Enumerated(EnumType.STRING)
        private Kind kind;

        @Embedded
        private Part part;

        private String essay = "as it was made";
    }

    @Embeddable
    static class Part {
        @Enumerated(EnumType.ORDINAL)
        private Kind size;

        private String note;
    }
}
