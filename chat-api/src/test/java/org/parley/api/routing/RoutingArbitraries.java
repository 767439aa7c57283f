package org.parley.api.routing;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCases;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Priority;
import org.parley.api.department.DepartmentId;
import org.parley.api.operator.OperatorId;

/** Waiting conversations and candidates, from so few values that ties are common. */
public final class RoutingArbitraries {
    private static final Instant START = Instant.parse("2026-11-02T08:00:00Z");
    private static final long THREE_DAYS = 3L * 24 * 60 * 60 * 1000;
    private static final int OPERATORS = 6;

    private RoutingArbitraries() {}

    /** One of few operators, so that the last one of a conversation is often among the candidates. */
    public static Arbitrary<OperatorId> operators() {
        return Arbitraries.integers().between(1, OPERATORS).map(number -> new OperatorId(new UUID(0, number)));
    }

    private static Arbitrary<ConversationId> conversations() {
        return Arbitraries.longs().map(number -> new ConversationId(new UUID(number, number)));
    }

    /** A language tag, with and without regions and scripts. */
    public static Arbitrary<String> languages() {
        return Arbitraries.of("en", "en-GB", "pt", "pt-BR", "pt-PT", "zh-Hans", "zh-Hant-TW", "ar");
    }

    /** Times within three days, in milliseconds; often the same. */
    public static Arbitrary<Instant> times() {
        return Arbitraries.oneOf(
                        Arbitraries.of(0L, 1L, 60_000L),
                        Arbitraries.longs().between(0, THREE_DAYS).withoutEdgeCases())
                .map(START::plusMillis);
    }

    /** One conversation of one department. */
    public static Arbitrary<Waiting> waiting() {
        Arbitrary<Map<String, String>> forms =
                Arbitraries.of(Map.of(), Map.of("question", "payment"), Map.of("question", "other"));
        return Combinators.combine(
                        conversations(),
                        times(),
                        Arbitraries.of(Priority.class),
                        languages().injectNull(0.3),
                        forms,
                        Arbitraries.of(0, 0, 0, 1, 2, 10, Integer.MAX_VALUE),
                        operators().injectNull(0.5))
                .as((id, since, priority, language, form, vip, last) ->
                        new Waiting(id, new DepartmentId(new UUID(0, 0)), since, priority, language, form, vip, last))
                .edgeCases(EdgeCases.Config::none);
    }

    /** A queue, maybe empty. */
    public static Arbitrary<List<Waiting>> queue() {
        return waiting().list().ofMaxSize(12).uniqueElements(Waiting::conversation);
    }

    /** One operator with room. */
    public static Arbitrary<Candidate> candidate() {
        Arbitrary<Set<String>> languages = languages().set().ofMaxSize(3);
        Arbitrary<Integer> capacities = Arbitraries.integers().between(1, 6);
        return Combinators.combine(
                        operators(),
                        Arbitraries.integers().between(1, 10),
                        languages,
                        capacities,
                        times().injectNull(0.3))
                .flatAs((operator, skill, spoken, capacity, assigned) -> Arbitraries.integers()
                        .between(0, capacity - 1)
                        .map(load -> new Candidate(operator, skill, spoken, load, capacity, assigned)))
                .edgeCases(EdgeCases.Config::none);
    }

    /** Operators, each once; maybe nobody. */
    public static Arbitrary<List<Candidate>> candidates() {
        return candidate().list().ofMaxSize(OPERATORS).uniqueElements(Candidate::operator);
    }
}
