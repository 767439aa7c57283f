package org.parley.it.crash;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.it.server.EarServer;
import org.parley.it.server.OnEveryInstallation;

/** An application that is deployed anew while people write; a part of {@code EarIT}. */
@Tag(OnEveryInstallation.TAG)
class Redeployment {

    @Test
    void everybodyShouldBeToldBeforeTheApplicationIsDeployedAnew() throws IOException {
        EarServer server = EarServer.shared();
        OrderlyEnd.everybodyShouldBeTold(server, server::redeploy);
    }
}
