package org.parley.it.protocol;

import org.junit.platform.suite.api.AfterSuite;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeClassNamePatterns;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.IncludeTags;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;
import org.parley.it.server.EarServer;
import org.parley.it.server.OnEveryInstallation;

/**
 * The contract on {@code chat.ear} in a full server: what the artefact and its container decide, and everything in a full
 * build. One class, so that one process starts that server.
 */
@Suite
@SelectPackages({"org.parley.it.protocol", "org.parley.it.crash"})
@IncludeClassNamePatterns(".*(IT|Redeployment)")
@IncludeEngines("junit-jupiter")
@IncludeTags(OnEveryInstallation.TAG)
@ConfigurationParameter(key = OnEveryInstallation.INSTALLATION, value = "EAR_H2")
class EarIT {

    /** An idle server takes its share of a processor too. */
    @AfterSuite
    static void endServer() {
        EarServer.shared().close();
    }
}
