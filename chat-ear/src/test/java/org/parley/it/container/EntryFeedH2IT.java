package org.parley.it.container;

import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;

class EntryFeedH2IT extends EntryFeedSuite {
    @Deployment
    static WebArchive onH2() {
        return host(Map.of());
    }
}
