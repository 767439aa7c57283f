package org.parley.ejb.conversation.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.parley.ejb.conversation.row.MergeRelatives;

class RedirectsTest {
    private static final ConversationId FIRST = new ConversationId(new UUID(1, 1));
    private static final ConversationId SECOND = new ConversationId(new UUID(1, 2));
    private static final ConversationId GONE = new ConversationId(new UUID(1, 3));

    private final Map<ConversationId, Head> stored = new HashMap<>();
    private final Redirects redirects = new Redirects() {
        @Override
        public Set<ConversationId> withTargets(Collection<ConversationId> asked) {
            return Set.copyOf(asked); // the merges were committed a moment later
        }
    };

    RedirectsTest() {
        redirects.heads = new Heads() {
            @Override
            Map<ConversationId, Head> lock(Collection<ConversationId> conversations) {
                Map<ConversationId, Head> found = new HashMap<>(stored);
                found.keySet().retainAll(conversations);
                return found;
            }
        };
    }

    @Test
    void whatWasMergedMeanwhileShouldBeFollowed() {
        store(FIRST, SECOND);
        store(SECOND, null);
        Map<ConversationId, Head> locked = redirects.lock(List.of(FIRST));
        assertThat(Redirects.destination(locked, FIRST).now().id()).isEqualTo(SECOND);
    }

    @Test
    void targetThatIsGoneShouldBeLookedForOnce() {
        store(FIRST, GONE);
        Map<ConversationId, Head> locked =
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> redirects.lock(List.of(FIRST)));
        assertThat(Redirects.destination(locked, FIRST).isMerged()).isTrue();
    }

    @Test
    void circleShouldHaveAnEnd() {
        store(FIRST, SECOND);
        store(SECOND, FIRST);
        Map<ConversationId, Head> locked =
                assertTimeoutPreemptively(Duration.ofSeconds(10), () -> redirects.lock(List.of(FIRST)));
        Head end = assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Redirects.destination(locked, FIRST));
        assertThat(end.isMerged()).isTrue();
    }

    private void store(ConversationId id, ConversationId mergedInto) {
        Handling handling =
                new Handling(null, null, Priority.NORMAL, List.of(), null, null, mergedInto, List.of(), false);
        Conversation conversation = new Conversation(
                id,
                "shop",
                new DepartmentId(new UUID(2, 1)),
                "Support",
                ConversationStatus.CLOSED,
                new Participant(ParticipantKind.VISITOR, new UUID(3, 1).toString(), "Ada"),
                null,
                null,
                1,
                0,
                Instant.EPOCH,
                null,
                1,
                handling);
        stored.put(id, new Head(conversation, MergeRelatives.NONE, 0));
    }
}
