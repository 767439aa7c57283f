package org.parley.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.api.visitor.LiveVisitor;
import org.parley.api.visitor.Visitor;
import org.parley.api.visitor.VisitorId;
import org.parley.web.connection.SetClock;
import org.parley.web.security.Agent;

class VisitBoardTest {
    private static final Duration ABSENCE = Duration.ofMinutes(30);
    private static final int MOST = 3;

    private final SetClock clock = new SetClock();
    private final VisitBoard board = new VisitBoard(clock, ABSENCE, MOST);
    private final Set<String> gone = new HashSet<>();
    private final Visitor ada = newcomer("Ada");

    @Test
    void firstPageShouldTellWhoCame() {
        see(ada, "https://shop.example/", false);

        LiveVisitor live = board.live().get(0);
        assertThat(live.visitor()).isEqualTo(ada.asParticipant());
        assertThat(live.page()).isEqualTo("https://shop.example/");
        assertThat(live.pages()).isEqualTo(1);
        assertThat(live.browser()).isEqualTo("Firefox");
        assertThat(live.language()).isEqualTo("de");
        assertThat(live.attributes()).containsEntry("plan", "gold");
        assertThat(live.since()).isEqualTo(clock.instant());
        assertThat(live.returning()).isFalse();
        assertThat(live.address()).isNull();
        assertThat(live.conversation()).isNull();
    }

    @Test
    void addressShouldBeThereOnlyWhenTheSiteKeepsIt() {
        see(ada, "https://shop.example/", true);
        assertThat(board.live().get(0).address()).isEqualTo("192.0.2.7");
    }

    @Test
    void nextPageShouldCountAndTheSameOneShouldNot() {
        see(ada, "https://shop.example/a", false);
        clock.goOn(Duration.ofSeconds(40));
        assertThat(see(ada, "https://shop.example/a", false)).isFalse();
        assertThat(board.live().get(0).pageSince()).isEqualTo(clock.instant().minusSeconds(40));

        clock.goOn(Duration.ofSeconds(20));
        assertThat(see(ada, "https://shop.example/b", false)).isTrue();
        LiveVisitor live = board.live().get(0);
        assertThat(live.pages()).isEqualTo(2);
        assertThat(live.pageSince()).isEqualTo(clock.instant());
        assertThat(live.since()).isEqualTo(clock.instant().minusSeconds(60));
    }

    @Test
    void whoLeavesShouldBeShownForAMomentOnly() {
        see(ada, "https://shop.example/", false);
        gone.add(ada.id().toString());
        look();
        clock.goOn(VisitBoard.GRACE.minusMillis(1));
        look();
        assertThat(board.live()).hasSize(1);

        clock.goOn(Duration.ofMillis(1));
        look();
        assertThat(board.live()).isEmpty();
        assertThat(board.live(ada.id())).isEmpty();

        gone.clear();
        look();
        assertThat(board.live()).hasSize(1);
        assertThat(board.live(ada.id())).isPresent();
    }

    @Test
    void visitShouldGoOnAfterAShortAbsenceAndBeginAnewAfterALongOne() {
        see(ada, "https://shop.example/a", false);
        gone.add(ada.id().toString());
        look();
        clock.goOn(ABSENCE.minusMillis(1));
        look();
        see(ada, "https://shop.example/b", false);
        assertThat(board.live().get(0).pages()).isEqualTo(2);

        look();
        clock.goOn(ABSENCE);
        see(ada, "https://shop.example/c", false);
        assertThat(board.live().get(0).pages()).isEqualTo(1);
        assertThat(board.live().get(0).since()).isEqualTo(clock.instant());
        assertThat(board.live().get(0).returning()).isTrue();
    }

    @Test
    void finishedVisitsShouldBeForgotten() {
        see(ada, "https://shop.example/", false);
        gone.add(ada.id().toString());
        look();
        clock.goOn(ABSENCE);
        look();
        assertThat(board.find(ada.id())).isEmpty();
    }

    @Test
    void moreThanItRemembersShouldNotBeSeen() {
        for (int i = 0; i < MOST + 2; i++) {
            see(newcomer("v" + i), "https://shop.example/", false);
        }
        assertThat(board.live()).hasSize(MOST);
    }

    @Test
    void siteThatWantsNobodySeenShouldBeForgotten() {
        see(ada, "https://shop.example/", false);
        board.forget("other");
        assertThat(board.sites()).containsExactly("shop");
        board.forget("shop");
        assertThat(board.live()).isEmpty();
    }

    private boolean see(Visitor visitor, String url, boolean keepAddress) {
        Agent agent = new Agent("Firefox", "de", "192.0.2.7");
        PageReport report = new PageReport(
                visitor.asParticipant(), visitor.site(), agent, new Page(url, "A page", null), clock.instant());
        return board.saw(report, visitor, keepAddress, Optional.empty());
    }

    private void look() {
        board.look(visitor -> !gone.contains(visitor.id()));
    }

    private Visitor newcomer(String name) {
        return new Visitor(
                new VisitorId(UUID.randomUUID()), "shop", null, name, Map.of("plan", "gold"), clock.instant());
    }
}
