package org.parley.web.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Handling;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.conversation.Priority;
import org.parley.api.department.DepartmentId;

class ServerFrameTest {
    private static final ConversationId INTO = new ConversationId(new UUID(3, 3));
    private static final ConversationId FROM = new ConversationId(new UUID(4, 4));

    @Test
    void visitorsShouldLearnThatTheyDoNotWaitAndWhereTheirConversationGoesOn() {
        Handling handling =
                new Handling(Instant.EPOCH, null, Priority.HIGH, List.of("vip"), "en", null, INTO, List.of(FROM), true);

        assertThat(ServerFrame.conversation(handled(handling), null, false, false))
                .contains("\"leftMessage\":true", "\"mergedInto\":\"" + INTO + "\"", "\"merged\":[\"" + FROM + "\"]")
                .doesNotContain("priority", "vip", "queued\":");
    }

    @Test
    void conversationThatStandsForItselfShouldNotNameAnother() {
        assertThat(ServerFrame.conversation(handled(Handling.waiting(Instant.EPOCH)), null, true, false))
                .contains("\"leftMessage\":false", "\"priority\":\"normal\"")
                .doesNotContain("mergedInto");
    }

    private static Conversation handled(Handling handling) {
        return new Conversation(
                new ConversationId(new UUID(1, 1)),
                "demo",
                new DepartmentId(new UUID(2, 2)),
                "Support",
                ConversationStatus.QUEUED,
                new Participant(ParticipantKind.VISITOR, "v", null),
                null,
                null,
                1,
                0,
                Instant.EPOCH,
                null,
                1,
                handling);
    }
}
