package org.parley.it.container;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.parley.it.server.Database;

class EntryFeedIT extends EntryFeedSuite {
    @Deployment
    static WebArchive onPostgres() {
        return host(Map.of(
                "parley.database.url", Database.freshPostgres(),
                "parley.database.user", "postgres",
                "parley.database.password", "postgres"));
    }
}
