package org.parley.it.protocol;

import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;

/** Classes that restart their server, all the same one: on H2, with short-lived invitations and trails. */
@Suite
@SelectClasses(
        value = {LastAdministratorIT.class, VisitorTimesIT.class},
        names = "org.parley.it.crash.CrashIT")
public class RestartedServerIT {

    private static ParleyServer server;

    /** The running server. It ends with this suite; of a class that runs by itself, with this process. */
    public static ParleyServer server() {
        if (server == null) {
            server = ParleyServer.on(Database.H2)
                    .with("parley.invitation.seconds", 8)
                    .with("parley.invitation.gone", 1)
                    .with("parley.visitor.trail-days", 0)
                    .with("parley.visitor.repeat", 1)
                    .with("parley.housekeeping", 1)
                    .with("parley.routing.waiting", 2)
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
