package org.parley.it.protocol;

import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;

/** Classes on one server with the shipped options and settings, a short heartbeat and narrow limits for pollers. */
@Suite
@SelectClasses({QuietLogIT.class, PollLimitsIT.class})
class ShippedServerIT {

    static final int HEARTBEAT = 2;
    static final int SESSIONS = 3;
    static final int WINDOW = 10;
    static final int BODY = 2000;

    private static ParleyServer server;

    /** The running server. It ends with this suite; of a class that runs by itself, with this process. */
    static ParleyServer server() {
        if (server == null) {
            server = ParleyServer.on(Database.H2)
                    .shipped()
                    .with("parley.heartbeat", HEARTBEAT)
                    .with("parley.poll.sessions", SESSIONS)
                    .with("parley.poll.frames", WINDOW)
                    .with("parley.poll.body", BODY)
                    .with("parley.queue.frames", 16)
                    .start();
        }
        return server;
    }

    @AfterSuite
    static void endServer() {
        if (server != null) {
            server.close();
        }
    }
}
