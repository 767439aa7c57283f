package org.parley.it.protocol;

import java.util.List;
import org.junit.jupiter.api.Test;

class StartRaceIT extends ProtocolSuite {

    @Test
    void thousandStartsAtOnceShouldOpenOneConversation() {
        new StartRace(cast.visitor(), List.of(parley())).run(parley().getClass().getSimpleName());
    }
}
