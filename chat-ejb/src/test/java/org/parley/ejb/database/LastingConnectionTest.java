package org.parley.ejb.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LastingConnectionTest {
    private final List<Line> lines = new ArrayList<>();
    private final LastingConnection.Doubt doubt = new LastingConnection.Doubt();
    private boolean databaseAway;
    private long now;
    private Connection connection;

    @BeforeEach
    void connect() throws SQLException {
        connection = LastingConnection.of(this::open, () -> now, doubt);
    }

    @Test
    void lineThatDiedMeanwhileShouldBeReplacedBeforeItIsUsed() throws SQLException {
        lines.get(0).dead = true;
        goOn(Duration.ofSeconds(1));
        connection.setAutoCommit(false);
        connection.prepareStatement("select 1");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).calls).containsExactly("setAutoCommit", "setAutoCommit", "prepareStatement");
    }

    @Test
    void lineThatFailedShouldBeReplacedWithoutAPause() throws SQLException {
        lines.get(0).dead = true;
        assertThatThrownBy(() -> connection.prepareStatement("select 1")).isInstanceOf(SQLException.class);
        connection.prepareStatement("select 1");
        assertThat(lines).hasSize(2);
    }

    @Test
    void lineThatIsFoundDeadShouldMakeTheOthersAskFirst() throws SQLException {
        Connection other = LastingConnection.of(this::open, () -> now, doubt);
        lines.forEach(line -> line.dead = true);
        assertThatThrownBy(() -> connection.prepareStatement("select 1")).isInstanceOf(SQLException.class);
        connection.prepareStatement("select 1");

        other.prepareStatement("select 1");

        assertThat(lines).hasSize(4);
        assertThat(lines.get(3).calls).contains("prepareStatement");
    }

    @Test
    void commitShouldProveALine() throws SQLException {
        goOn(Duration.ofSeconds(1));
        connection.setAutoCommit(false);
        connection.prepareStatement("select 1");
        connection.commit();
        goOn(Duration.ofMillis(500));
        connection.prepareStatement("select 1");
        assertThat(lines.get(0).questions).isEqualTo(1);
    }

    @Test
    void goodLineShouldBeAskedAfterAPauseOnlyAndKept() throws SQLException {
        connection.prepareStatement("select 1");
        assertThat(lines.get(0).questions).isZero();
        goOn(Duration.ofSeconds(1));
        connection.prepareStatement("select 1");
        assertThat(lines.get(0).questions).isEqualTo(1);
        assertThat(lines).hasSize(1);
    }

    @Test
    void transactionShouldNotGoOnOnAnotherLine() throws SQLException {
        connection.setAutoCommit(false);
        connection.prepareStatement("select 1");
        goOn(Duration.ofSeconds(1));
        lines.get(0).dead = true;
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> connection.prepareStatement("select 1")).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> connection.commit()).isInstanceOf(SQLException.class);
        assertThat(lines).hasSize(1);

        connection.prepareStatement("select 1");
        assertThat(lines).hasSize(2);
        assertThat(lines.get(1).autoCommit).isFalse();
    }

    @Test
    void databaseThatIsAwayShouldBeAskedAgainNextTime() throws SQLException {
        lines.get(0).dead = true;
        goOn(Duration.ofSeconds(1));
        databaseAway = true;
        assertThatThrownBy(() -> connection.setAutoCommit(false)).isInstanceOf(SQLException.class);
        databaseAway = false;
        connection.setAutoCommit(false);
        assertThat(lines).hasSize(2);
    }

    @Test
    void closedConnectionShouldStayClosed() throws SQLException {
        connection.close();
        assertThat(connection.isClosed()).isTrue();
        assertThatThrownBy(() -> connection.prepareStatement("select 1")).isInstanceOf(SQLException.class);
        assertThat(lines).hasSize(1);
    }

    private void goOn(Duration time) {
        now += time.toNanos();
    }

    private Connection open() throws SQLException {
        if (databaseAway) {
            throw new SQLException("away on purpose");
        }
        Line line = new Line();
        lines.add(line);
        return line.connection();
    }

    /** A line that may die; as a driver does, it closes itself at the first failure. */
    private static final class Line {
        private final List<String> calls = new ArrayList<>();
        private boolean dead;
        private boolean closed;
        private boolean autoCommit = true;
        private int questions;

        Connection connection() {
            return (Connection) Proxy.newProxyInstance(
                    Line.class.getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (self, method, arguments) -> answer(method.getName(), arguments));
        }

        private Object answer(String method, Object[] arguments) throws SQLException {
            switch (method) {
                case "isClosed":
                    return closed;
                case "getAutoCommit":
                    return autoCommit;
                case "isValid":
                    questions++;
                    return !dead;
                case "close":
                    closed = true;
                    return null;
                default:
                    calls.add(method);
            }
            if (dead || closed) {
                closed = true;
                throw new SQLException("dead on purpose");
            }
            if (method.equals("setAutoCommit")) {
                autoCommit = (Boolean) arguments[0];
            }
            return null;
        }
    }
}
