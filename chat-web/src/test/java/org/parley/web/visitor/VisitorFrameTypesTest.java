package org.parley.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.web.protocol.BadFrame;
import org.parley.web.protocol.FrameReaders;

class VisitorFrameTypesTest {
    @Test
    void pageShouldBeReadWithCleanAddresses() throws BadFrame {
        assertThat(FrameReaders.ALL.read("{\"type\":\"page\",\"url\":\"https://a:b@shop.example/cart#top\","
                        + "\"title\":\" The\\ncart \",\"referrer\":\"about:blank\"}"))
                .isEqualTo(new Page("https://shop.example/cart", "The cart", null));
    }
}
