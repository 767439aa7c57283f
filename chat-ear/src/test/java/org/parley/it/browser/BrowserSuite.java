package org.parley.it.browser;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.parley.it.server.Parley;
import org.parley.it.server.ParleyServer;

/** People in browsers of their own: each test has a {@link Stage}, and leaves pictures when it fails. */
abstract class BrowserSuite {

    @RegisterExtension
    final AfterTestExecutionCallback pictures = context -> context.getExecutionException()
            .ifPresent(failure -> this.stage.picturesOfAFailure(context.getDisplayName()));

    Stage stage;

    @BeforeEach
    final void setTheStage() throws IOException {
        stage = new Stage(Browsers.shared(), parley());
    }

    @AfterEach
    final void strikeTheStage() {
        if (stage != null) {
            stage.close();
        }
    }

    /** Where they meet: the shared server, unless a class starts one of its own. */
    Parley parley() {
        return ParleyServer.shared();
    }
}
