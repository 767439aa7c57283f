package org.parley.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
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
import org.parley.api.department.DepartmentId;
import org.parley.api.security.Caller;
import org.parley.api.security.Role;

class FeedsTest {
    private static final ConversationId ID = new ConversationId(new UUID(1, 1));
    private static final Participant ANN = new Participant(ParticipantKind.OPERATOR, "ann", "Ann");
    private static final Participant BEN = new Participant(ParticipantKind.OPERATOR, "ben", "Ben");

    private final List<String> sent = new ArrayList<>();
    private final SendQueue queue = new SendQueue(1000, 1_000_000, FakeTransport.into(sent), failure -> {}, () -> {});
    private final Feeds annsFeeds = new Feeds(new Caller(ANN, null, Set.of(Role.OPERATOR)), queue);

    @Test
    void aConversationThatBecomesTheirsShouldComeWithItsEntries() {
        annsFeeds.begin(List.of(), Map.of());

        assertThat(annsFeeds.offer(ownedBy(ANN, 2), false, true))
                .extracting(CatchUp.Gap::conversation)
                .containsExactly(ID);
        assertThat(sent).hasSize(1);
    }

    @Test
    void aConversationThatIsNotTheirsAnyMoreShouldBeToldOfOnceMore() {
        annsFeeds.begin(List.of(), Map.of());
        annsFeeds.offer(ownedBy(ANN, 2), false, true);

        annsFeeds.offer(ownedBy(BEN, 3), false, false);
        annsFeeds.offer(ownedBy(BEN, 4), false, false);

        assertThat(sent).hasSize(2);
        assertThat(sent.get(1)).contains("\"ben\"", "\"revoked\":true");
        assertThat(annsFeeds.find(ID)).isNull();
    }

    @Test
    void aLateEventShouldNotBringBackWhatIsNotTheirsAnyMore() {
        annsFeeds.begin(List.of(), Map.of());
        annsFeeds.offer(ownedBy(ANN, 2), false, true);
        annsFeeds.offer(ownedBy(BEN, 4), false, false);

        assertThat(annsFeeds.offer(ownedBy(ANN, 3), false, true)).isEmpty();

        assertThat(annsFeeds.find(ID)).isNull();
        assertThat(sent).hasSize(2);
    }

    @Test
    void aConversationThatComesBackShouldBeFollowedAgain() {
        annsFeeds.begin(List.of(), Map.of());
        annsFeeds.offer(ownedBy(ANN, 2), false, true);
        annsFeeds.offer(ownedBy(BEN, 3), false, false);

        assertThat(annsFeeds.offer(ownedBy(ANN, 4), false, true)).isNotEmpty();

        assertThat(annsFeeds.find(ID)).isNotNull();
    }

    @Test
    void followedConversationsShouldBeToldWithAnyOwner() {
        annsFeeds.begin(List.of(), Map.of());

        assertThat(annsFeeds.follow(ownedBy(BEN, 2))).isNotEmpty();
        assertThat(annsFeeds.follow(ownedBy(BEN, 2))).isEmpty();
        annsFeeds.offer(ownedBy(BEN, 3), false, true);
        annsFeeds.offer(ownedBy(ANN, 4), false, true);
        annsFeeds.offer(ownedBy(BEN, 5), false, true);

        assertThat(sent).hasSize(5);
        assertThat(annsFeeds.find(ID)).isNotNull();
        assertThat(annsFeeds.followed()).containsExactly(ID);
    }

    @Test
    void whatIsFollowedNoLongerShouldStayWhenItIsTheirs() {
        annsFeeds.begin(List.of(), Map.of());
        annsFeeds.follow(ownedBy(BEN, 2));
        annsFeeds.offer(ownedBy(ANN, 3), false, true);

        annsFeeds.unfollow(ID);
        assertThat(annsFeeds.find(ID)).isNotNull();

        annsFeeds.offer(ownedBy(BEN, 4), false, true);
        assertThat(annsFeeds.find(ID)).isNull();
        assertThat(annsFeeds.followed()).isEmpty();
    }

    @Test
    void whatHappensWhileAConversationIsLookedUpShouldWait() {
        List<String> happened = new ArrayList<>();
        annsFeeds.begin(List.of(), Map.of());
        annsFeeds.pauseEvents();
        annsFeeds.afterPause(() -> happened.add("meanwhile"));
        assertThat(happened).isEmpty();

        annsFeeds.follow(ownedBy(BEN, 2));
        annsFeeds.resumeEvents();
        annsFeeds.afterPause(() -> happened.add("afterwards"));

        assertThat(happened).containsExactly("meanwhile", "afterwards");
    }

    private static Conversation ownedBy(Participant owner, long version) {
        return new Conversation(
                ID,
                "demo",
                new DepartmentId(new UUID(2, 2)),
                "Support",
                ConversationStatus.ACTIVE,
                new Participant(ParticipantKind.VISITOR, "v", null),
                owner,
                null,
                1,
                0,
                Instant.EPOCH,
                null,
                version,
                Handling.waiting(Instant.EPOCH));
    }
}
