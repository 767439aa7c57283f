package org.parley.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.parley.it.client.Cast;
import org.parley.it.client.Http;
import org.parley.it.client.Json;

/** People who come one after the other while the server stops and starts, and their answers. */
final class Newcomers implements AutoCloseable {
    private static final int AT_ONCE = 4;
    private static final int PAUSE_MILLIS = 30;

    private final Cast cast;
    private final String site;
    private final Queue<Http.Answer> promised = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService door = Executors.newScheduledThreadPool(AT_ONCE);

    Newcomers(Cast cast) {
        this.cast = cast;
        site = cast.site();
        for (int i = 0; i < AT_ONCE; i++) {
            door.scheduleWithFixedDelay(this::come, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void come() {
        try {
            Http.Answer answer = visitors().post(Json.object("site", site));
            if (answer.status() < 400) {
                promised.add(answer);
            }
        } catch (IllegalStateException e) {
            // Nobody answered; a stopped server promises nothing.
        }
    }

    private Http visitors() {
        return Http.to(cast.parley().at("/api/v1/visitors"));
    }

    /**
     * Each newcomer with a success is a visitor. A container that takes the application away may answer 200 without a
     * body before Parley has the request. That promises nothing, and clients treat it as no answer.
     */
    void shouldAllBeThere() {
        assertThat(promised).isNotEmpty().allSatisfy(answer -> {
            if (answer.status() != 201) {
                assertThat(answer.text()).as("said with %s", answer.status()).isEmpty();
                return;
            }
            Http.Answer again =
                    visitors().bearer(answer.body().path("token").asText()).post(Json.object("site", site));
            assertThat(again.expect(201).path("visitor"))
                    .isEqualTo(answer.body().path("visitor"));
        });
    }

    /** Stops the newcomers. */
    void stop() {
        door.shutdown();
    }

    @Override
    public void close() {
        stop();
    }
}
