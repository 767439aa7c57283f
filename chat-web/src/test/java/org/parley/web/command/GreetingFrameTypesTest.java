package org.parley.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.api.conversation.ConversationId;
import org.parley.web.command.GreetingFrameTypes.Hello;
import org.parley.web.connection.Cursor;
import org.parley.web.protocol.BadFrame;
import org.parley.web.protocol.FrameReaders;

class GreetingFrameTypesTest {
    private static final String CONVERSATION = "01940000-0000-7000-8000-000000000001";

    @Test
    void helloShouldKeepCursorsOfConversationsThatCouldBeOurs() throws BadFrame {
        Hello hello =
                (Hello) FrameReaders.ALL.read("{\"type\":\"hello\",\"device\":\"d\",\"client\":\"t/1\",\"cursors\":{\""
                        + CONVERSATION + "\":{\"public\":41},\"c-81\":{\"public\":1}}}");

        assertThat(hello.cursors())
                .containsOnlyKeys(ConversationId.of(CONVERSATION))
                .containsValue(new Cursor(41, 0));
    }
}
