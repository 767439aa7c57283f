package org.parley.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.parley.it.server.ParleyServer;

/** A server that is stopped while people write, and starts after an hour. */
class DrainIT {

    @Test
    void everybodyShouldBeToldBeforeTheServerStops() throws IOException {
        ParleyServer server = ParleyServer.shared();
        OrderlyEnd.everybodyShouldBeTold(server, () -> {
            server.stop();
            beAwayForAnHour(server);
            server.start();
        });
    }

    /** Far longer than an owner may be gone. */
    private static void beAwayForAnHour(ParleyServer server) {
        try (Connection database = server.database();
                Statement statement = database.createStatement()) {
            assertThat(statement.executeUpdate("update presence_lease set until_at = until_at - 3600000"))
                    .isPositive();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
