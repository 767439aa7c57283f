package org.parley.it.protocol;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;

/** Two servers that know nothing of each other but their database. */
class TwoNodesIT {

    @Test
    void thousandStartsAtOnceShouldOpenOneConversation() throws IOException {
        try (ParleyServer first = ParleyServer.on(Database.POSTGRESQL).start();
                ParleyServer second = first.node().start();
                Cast cast = new Cast(first)) {
            new StartRace(cast.visitor(), List.of(first, second)).run("two nodes");
        }
    }
}
