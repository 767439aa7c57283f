package org.parley.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.visitor.LiveVisitor;
import org.parley.web.connection.Connection;
import org.parley.web.connection.Doubles;
import org.parley.web.connection.SetClock;

class VisitorWatchersTest {
    private static final VisitorWindow ALL = new VisitorWindow(null, "", null, 200);

    private final SetClock clock = new SetClock();
    private final VisitorWatchers watchers = VisitorDoubles.watchers(clock);
    private Connection sam;

    @Test
    void framesOfAWindowShouldEndWhenTheWatcherLooksThroughAnother() {
        List<String> told = new ArrayList<>() {
            @Override
            public boolean add(String frame) {
                // While the first frame is on its way the watcher asks again
                watchers.begin(sam, ALL);
                return super.add(frame);
            }
        };
        sam = Doubles.supervisor(told);
        watchers.begin(sam, ALL);

        watchers.tell(visitors(3 * VisitorView.PACK));

        assertThat(told).hasSize(1);
    }

    private List<LiveVisitor> visitors(int count) {
        return IntStream.range(0, count).mapToObj(this::visitor).toList();
    }

    private LiveVisitor visitor(int number) {
        return new LiveVisitor(
                new Participant(ParticipantKind.VISITOR, new UUID(0, number).toString(), null),
                false,
                "shop",
                "https://shop.example/",
                null,
                null,
                clock.instant(),
                clock.instant(),
                1,
                null,
                null,
                Map.of(),
                false,
                null,
                null,
                null);
    }
}
