package org.parley.ejb.routing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.api.operator.OperatorId;
import org.parley.api.routing.Candidate;

class PassedOffersTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");
    private static final Candidate ANN = candidate(1);
    private static final Candidate BEN = candidate(2);

    private static final Duration OFFER = Duration.ofSeconds(60);

    @Test
    void whoLetItPassShouldComeAfterEverybodyElse() {
        PassedOffers passes = new PassedOffers(Map.of(ANN.operator(), NOW.minusSeconds(3600)), OFFER);

        assertThat(passes.mayBeAsked(List.of(ANN, BEN), NOW)).containsExactly(BEN);
    }

    @Test
    void whoLetItPassShouldBeAskedAgainAfterAPauseWhenNobodyElseIsThere() {
        PassedOffers passes = new PassedOffers(Map.of(ANN.operator(), NOW), OFFER);

        assertThat(passes.mayBeAsked(List.of(ANN), NOW.plusSeconds(59))).isEmpty();
        assertThat(passes.askAgain(List.of(ANN))).contains(NOW.plusSeconds(60));
        assertThat(passes.mayBeAsked(List.of(ANN), NOW.plusSeconds(60))).containsExactly(ANN);
    }

    @Test
    void theFirstPauseShouldDecideWhenSomebodyIsAskedAgain() {
        PassedOffers passes =
                new PassedOffers(Map.of(ANN.operator(), NOW, BEN.operator(), NOW.minusSeconds(10)), OFFER);

        assertThat(passes.askAgain(List.of(ANN, BEN))).contains(NOW.plusSeconds(50));
    }

    @Test
    void aShortOfferShouldNotRingWithoutEnd() {
        PassedOffers ofShortOffers = new PassedOffers(Map.of(ANN.operator(), NOW), Duration.ofSeconds(1));

        assertThat(ofShortOffers.mayBeAsked(List.of(ANN), NOW.plusSeconds(29))).isEmpty();
        assertThat(ofShortOffers.mayBeAsked(List.of(ANN), NOW.plusSeconds(30))).containsExactly(ANN);
    }

    private static Candidate candidate(int number) {
        return new Candidate(new OperatorId(new UUID(0, number)), 1, Set.of(), 0, 1, null);
    }
}
