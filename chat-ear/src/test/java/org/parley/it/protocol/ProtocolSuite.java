package org.parley.it.protocol;

import java.io.IOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.parley.it.client.Cast;
import org.parley.it.server.OnEveryInstallation;
import org.parley.it.server.Parley;

/** One part of the contract, checked from outside on every installation. Each test has a cast of its own. */
@OnEveryInstallation
abstract class ProtocolSuite {

    @Parameter
    Supplier<Parley> installation;

    Cast cast;

    @BeforeEach
    void gatherCast() {
        cast = new Cast(installation.get());
    }

    @AfterEach
    void dismissCast() throws IOException {
        if (cast != null) {
            cast.close();
        }
    }

    Parley parley() {
        return cast.parley();
    }
}
