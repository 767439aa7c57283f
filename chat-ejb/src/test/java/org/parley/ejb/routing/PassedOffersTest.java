package org.parley.ejb.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;

class PassedOffersTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final Candidate ANN = candidate(1);
    private static final Candidate BEN = candidate(2);

    private final PassedOffers passes = new PassedOffers(Duration.ofSeconds(60));

    @Test
    void whoLetItPassShouldComeAfterEverybodyElse() {
        passes.passed(ANN.operator(), NOW.minusSeconds(3600));

        assertThat(passes.mayBeAsked(List.of(ANN, BEN), NOW)).containsExactly(BEN);
    }

    @Test
    void whoLetItPassShouldBeAskedAgainAfterAPauseWhenNobodyElseIsThere() {
        passes.passed(ANN.operator(), NOW);

        assertThat(passes.mayBeAsked(List.of(ANN), NOW.plusSeconds(59))).isEmpty();
        assertThat(passes.mayBeAsked(List.of(ANN), NOW.plusSeconds(60))).containsExactly(ANN);
    }

    @Test
    void theLastPassShouldCount() {
        passes.passed(ANN.operator(), NOW);
        passes.passed(ANN.operator(), NOW.minusSeconds(300));

        assertThat(passes.mayBeAsked(List.of(ANN), NOW.plusSeconds(30))).isEmpty();
    }

    @Test
    void aShortOfferShouldNotRingWithoutEnd() {
        PassedOffers ofShortOffers = new PassedOffers(Duration.ofSeconds(1));
        ofShortOffers.passed(ANN.operator(), NOW);

        assertThat(ofShortOffers.mayBeAsked(List.of(ANN), NOW.plusSeconds(29))).isEmpty();
        assertThat(ofShortOffers.mayBeAsked(List.of(ANN), NOW.plusSeconds(30))).containsExactly(ANN);
    }

    private static Candidate candidate(int number) {
        return new Candidate(new OperatorId(new UUID(0, number)), 1, Set.of(), 0, 1, null);
    }
}
