package org.parley.web.visitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.api.visitor.Visitor;
import org.parley.api.visitor.VisitorId;
import org.parley.web.connection.ConnectionRegistry;
import org.parley.web.connection.Doubles;
import org.parley.web.connection.SetClock;
import org.parley.web.limit.Buckets;
import org.parley.web.security.Agent;

/** The memory of a live visitor, without the container's part for the socket. */
class VisitWeightTest {
    private static final int MANY = 5_000;
    private static final int MOST_BYTES = 4 * 1024;

    private final SetClock clock = new SetClock();
    private final VisitBoard board = new VisitBoard(clock, Duration.ofMinutes(30), MANY);
    private final ConnectionRegistry registry = new ConnectionRegistry();
    private final Buckets pages = new Buckets(120, Duration.ofMinutes(1));

    @Test
    void visitWithItsConnectionShouldBeLight() {
        long before = used();
        for (int i = 0; i < MANY; i++) {
            Visitor visitor = visitor("Visitor number " + i, Map.of("plan", "gold " + i, "cart", i + " articles"));
            registry.add(Doubles.visitor(visitor, clock.instant()));
            pages.take(visitor.id().toString());
            see(visitor, "https://shop.example/category/sub-category/article-" + i + "?color=blue", "Article " + i);
        }
        assertThat(each(before)).isLessThan(MOST_BYTES);
        assertThat(registry.size()).isEqualTo(MANY);
    }

    /** The longest possible facts, in characters of two bytes. */
    @Test
    void visitThatSaysAllItMayShouldBeNoHeavier() {
        long before = used();
        IntFunction<String> words = length -> "\u8a9e".repeat(length);
        for (int i = 0; i < MANY; i++) {
            Map<String, String> attributes = IntStream.range(0, 20)
                    .boxed()
                    .collect(Collectors.toMap(one -> words.apply(48) + (char) ('a' + one), one -> words.apply(500)));
            see(
                    visitor(words.apply(100), attributes),
                    "https://shop.example/" + i + "/" + words.apply(1900),
                    words.apply(300));
        }
        assertThat(each(before)).isLessThan(MOST_BYTES);
    }

    private Visitor visitor(String name, Map<String, String> attributes) {
        return new Visitor(new VisitorId(UUID.randomUUID()), "shop", null, name, attributes, clock.instant());
    }

    private void see(Visitor visitor, String url, String title) {
        Agent agent = new Agent("Firefox", "de-DE", "192.0.2.7");
        Page page = new Page(url, title, url + "&from=search");
        board.saw(
                new PageReport(visitor.asParticipant(), visitor.site(), agent, page, clock.instant()),
                visitor,
                true,
                Optional.empty());
    }

    private long each(long before) {
        long each = (used() - before) / MANY;
        assertThat(board.live()).hasSize(MANY);
        return each;
    }

    private static long used() {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 5; i++) {
            System.gc();
            least = Math.min(
                    least,
                    Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
        }
        return least;
    }
}
