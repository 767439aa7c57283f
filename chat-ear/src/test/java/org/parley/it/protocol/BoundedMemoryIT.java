package org.parley.it.protocol;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.RawSocket;
import org.parley.it.server.ParleyServer;

/** How much memory bad clients can use. The database is elsewhere, so the server's heap is all its own. */
class BoundedMemoryIT {

    private static final int MEGABYTE = 1024 * 1024;

    private final ParleyServer server = ParleyServer.shared();

    private Cast cast;

    @BeforeEach
    void gatherCast() {
        cast = new Cast(server);
    }

    @AfterEach
    void dismissCast() throws IOException {
        cast.close();
    }

    /** Each announces a frame of four megabytes and sends all but the end of it. */
    @Test
    void halfSentFramesShouldCostLittle() throws IOException {
        ChatSocket other = cast.visitor().live();
        long before = server.heap();
        for (int i = 0; i < 10; i++) {
            cast.keep(RawSocket.open(server, cast.visitor().token()))
                    .trySendPartOf(4 * MEGABYTE, new byte[3 * MEGABYTE]);
        }
        // What is still on its way has to come too.
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(30))
                .until(() -> server.heap() - before < 8L * MEGABYTE);
        other.ping();
    }
}
