package org.parley.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.api.visitor.VisitorId;
import org.parley.web.command.WatchFrameTypes.Watch;
import org.parley.web.protocol.BadFrame;
import org.parley.web.protocol.FrameReaders;
import org.parley.web.visitor.VisitorWindow;

class WatchFrameTypesTest {
    private static final String VISITOR = "01940000-0000-7000-8000-000000000001";

    @Test
    void watchShouldHaveAWindow() throws BadFrame {
        Watch all = (Watch) FrameReaders.ALL.read("{\"type\":\"watch\",\"id\":\"w\",\"topics\":[\"visitors\"]}");
        assertThat(all.visitors()).isEqualTo(new VisitorWindow(null, "", null, 200));

        Watch some = (Watch) FrameReaders.ALL.read(
                "{\"type\":\"watch\",\"id\":\"w\",\"topics\":[\"visitors\"],\"visitors\":{\"site\":\"shop\","
                        + "\"text\":\" Cart \",\"after\":\"" + VISITOR + "\",\"limit\":5000}}");
        assertThat(some.visitors()).isEqualTo(new VisitorWindow("shop", "cart", VisitorId.of(VISITOR), 200));
    }
}
