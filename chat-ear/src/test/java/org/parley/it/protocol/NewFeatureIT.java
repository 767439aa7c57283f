package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.ChatSocket;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.server.FeatureWar;
import org.parley.it.server.ParleyServer;
import org.parley.it.server.Workshop;

/** A feature that is one more library in {@code chat.war}: its frames, command, table and resource are found. */
class NewFeatureIT {

    private static ParleyServer server;

    @BeforeAll
    static void startServer() {
        server = ParleyServer.of(FeatureWar.with(Workshop.MODULE.resolve("src/feature")))
                .start();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void whatItBringsShouldBeFoundAndNothingElseBeNeeded() throws Exception {
        try (Cast cast = new Cast(server)) {
            Cast.Visitor visitor = cast.visitor();
            ChatSocket device = visitor.live();

            assertThat(device.ack("wave", "hand", "left").path("waves").asInt()).isEqualTo(1);
            assertThat(device.ack("nod").path("who").asText()).isEqualTo(visitor.id());
            assertThat(Http.to(server.at("/api/v1/waves"))
                            .bearer(visitor.token())
                            .post(Json.object("hand", "right", "id", "w-2"))
                            .expect(200)
                            .path("waves")
                            .asInt())
                    .isEqualTo(2);
            device.refused("invalid", "wave", "hand", "with both of them");
        }
    }

    @Test
    void itsRightsShouldHoldAsThoseOfAnyOther() throws Exception {
        try (Cast cast = new Cast(server)) {
            cast.operator().live().refused("forbidden", "wave", "hand", "left");
            assertThat(Http.to(server.at("/api/v1/waves"))
                            .post(Json.object("hand", "left", "id", "w-3"))
                            .status())
                    .isEqualTo(401);
        }
    }
}
