package org.parley.web.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.parley.api.conversation.ConversationCommand.Send;
import org.parley.api.conversation.ConversationId;
import org.parley.web.protocol.BadFrame;
import org.parley.web.protocol.FrameReaders;
import org.parley.web.protocol.Writing;

class ConversationFrameTypesTest {
    private static final String CONVERSATION = "01940000-0000-7000-8000-000000000001";

    @Test
    void sendShouldBeReadWithItsFields() throws BadFrame {
        Writing frame = (Writing) FrameReaders.ALL.read("{\"type\":\"send\",\"id\":\"a-1\",\"conversation\":\""
                + CONVERSATION + "\",\"text\":\"你好\",\"new\":1}");

        assertThat(frame.id()).isEqualTo("a-1");
        assertThat(frame.command()).isEqualTo(new Send(ConversationId.of(CONVERSATION), "你好", "a-1"));
    }
}
