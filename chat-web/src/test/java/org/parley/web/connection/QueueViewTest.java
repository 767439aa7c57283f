package org.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.Conversation;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.ConversationStatus;
import org.parley.api.conversation.Handling;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.department.DepartmentId;

class QueueViewTest {
    private final QueueView view = new QueueView();

    @Test
    void aWatcherShouldHearWhatEntersAndLeaves() {
        assertThat(view.isNews(conversation(ConversationStatus.QUEUED, 1), true))
                .isTrue();
        assertThat(view.isNews(conversation(ConversationStatus.QUEUED, 1), true))
                .isFalse();
        assertThat(view.isNews(conversation(ConversationStatus.ACTIVE, 2), true))
                .isTrue();
        assertThat(view.isNews(conversation(ConversationStatus.CLOSED, 3), true))
                .as("no longer theirs")
                .isFalse();
    }

    @Test
    void anOldEventShouldNotBringAConversationBackIntoTheQueue() {
        view.isNews(conversation(ConversationStatus.ACTIVE, 2), true);

        assertThat(view.isNews(conversation(ConversationStatus.QUEUED, 1), true))
                .isFalse();
    }

    @Test
    void anotherSnapshotShouldTellTheQueueAgain() {
        view.isNews(conversation(ConversationStatus.QUEUED, 1), true);
        view.restart();

        assertThat(view.isNews(conversation(ConversationStatus.QUEUED, 1), true))
                .isTrue();
    }

    @Test
    void whatMovesToADepartmentOfOthersShouldLeaveTheQueue() {
        view.isNews(conversation(ConversationStatus.QUEUED, 1), true);

        assertThat(view.isNews(conversation(ConversationStatus.QUEUED, 2), false))
                .isTrue();
        assertThat(view.isNews(conversation(ConversationStatus.QUEUED, 3), false))
                .isFalse();
    }

    private static Conversation conversation(ConversationStatus status, long version) {
        return new Conversation(
                new ConversationId(new UUID(1, 1)),
                "demo",
                new DepartmentId(new UUID(2, 2)),
                "Support",
                status,
                new Participant(ParticipantKind.VISITOR, "v", null),
                null,
                null,
                1,
                0,
                Instant.EPOCH,
                null,
                version,
                Handling.waiting(Instant.EPOCH));
    }
}
