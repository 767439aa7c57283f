package org.parley.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.visitor.LiveVisitor;
import org.parley.web.connection.SetClock;

class VisitorViewTest {
    private static final int MANY = 3000;
    private static final int LIMIT = 200;

    private final Clock clock = new SetClock();

    @Test
    void thousandsShouldFitInFewFrames() {
        VisitorView view = new VisitorView(new VisitorWindow(null, "", null, LIMIT), null);
        List<LiveVisitor> all = visitors(MANY);
        List<String> snapshot = view.look(all);
        assertThat(snapshot).hasSize(LIMIT / VisitorView.PACK);
        assertThat(snapshot).allSatisfy(frame -> assertThat(frame).contains("\"total\":" + MANY));

        Random random = new Random(7);
        for (int second = 0; second < 100; second++) {
            // Everybody turns to another page, many a time.
            all = all.stream()
                    .map(one -> onPage(one, "https://shop.example/" + random.nextInt()))
                    .toList();
            assertThat(view.look(all)).hasSizeLessThanOrEqualTo(LIMIT / VisitorView.PACK);
        }
    }

    @Test
    void whatIsToldShouldAddUpToTheWindowHoweverManyComeAndGo() {
        VisitorView view = new VisitorView(new VisitorWindow(null, "", null, LIMIT), null);
        Random random = new Random(11);
        List<LiveVisitor> there = new ArrayList<>(visitors(MANY));
        Map<String, String> screen = new LinkedHashMap<>();
        for (int second = 0; second < 50; second++) {
            there.removeIf(one -> random.nextInt(10) == 0);
            there.replaceAll(one -> random.nextInt(5) == 0 ? onPage(one, "https://shop.example/" + second()) : one);
            for (int i = 0; i < random.nextInt(100); i++) {
                there.add(visitor(MANY + second * 100 + i));
            }
            there.sort(VisitBoard.NEWEST_FIRST);
            Screens.show(screen, view.look(there));
            assertThat(screen).isEqualTo(Screens.of(there.subList(0, Math.min(LIMIT, there.size()))));
            assertThat(view.look(there)).isEmpty();
        }
    }

    @Test
    void fewShouldComeInFramesOfTheirOwn() {
        VisitorView view = new VisitorView(new VisitorWindow(null, "", null, LIMIT), null);
        assertThat(view.look(visitors(VisitorView.SINGLE)))
                .hasSize(VisitorView.SINGLE)
                .noneMatch(frame -> frame.contains("\"more\""));
    }

    @Test
    void nothingNewShouldBeNoFrame() {
        VisitorView view = new VisitorView(new VisitorWindow(null, "", null, LIMIT), null);
        view.look(visitors(10));
        assertThat(view.look(visitors(10))).isEmpty();
    }

    @Test
    void windowShouldHoldWhatFitsAndNothingElse() {
        List<LiveVisitor> all = visitors(100);
        VisitorView elsewhere = new VisitorView(new VisitorWindow("other", "", null, LIMIT), null);
        assertThat(elsewhere.look(all)).isEmpty();
        assertThat(elsewhere.total()).isZero();

        VisitorView filtered = new VisitorView(new VisitorWindow("shop", "visitor 42", null, LIMIT), null);
        assertThat(filtered.look(all)).singleElement().asString().contains("Visitor 42\"", "\"total\":1");
    }

    @Test
    void windowsShouldFollowEachOtherWithoutOverlap() {
        List<LiveVisitor> all = visitors(50);
        Map<String, String> screen = new LinkedHashMap<>();
        LiveVisitor last = null;
        for (int page = 0; page < 5; page++) {
            VisitorView view = new VisitorView(new VisitorWindow(null, "", null, 10), last);
            Map<String, String> ofPage = new LinkedHashMap<>();
            Screens.show(ofPage, view.look(all));
            assertThat(ofPage).hasSize(10);
            assertThat(view.total()).isEqualTo(50);
            assertThat(screen.keySet()).doesNotContainAnyElementsOf(ofPage.keySet());
            screen.putAll(ofPage);
            last = all.get(page * 10 + 9);
        }
        assertThat(screen).hasSize(50);
    }

    private int seconds;

    private int second() {
        return seconds++;
    }

    private List<LiveVisitor> visitors(int count) {
        List<LiveVisitor> visitors = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            visitors.add(visitor(i));
        }
        visitors.sort(VisitBoard.NEWEST_FIRST);
        return visitors;
    }

    private LiveVisitor visitor(int number) {
        Instant since = clock.instant().plusMillis(number / 3);
        return new LiveVisitor(
                new Participant(ParticipantKind.VISITOR, new UUID(0, number).toString(), "Visitor " + number),
                false,
                "shop",
                "https://shop.example/" + number,
                "Page",
                null,
                since,
                since,
                1,
                "Firefox",
                "en",
                Map.of("plan", "gold"),
                false,
                null,
                null,
                null);
    }

    private static LiveVisitor onPage(LiveVisitor visitor, String page) {
        return visitor.on(page, "Page", null, visitor.pageSince(), visitor.pages() + 1);
    }
}
