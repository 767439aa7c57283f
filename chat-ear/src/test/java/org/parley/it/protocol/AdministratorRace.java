package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.parley.it.client.Cast;
import org.parley.it.client.Http;
import org.parley.it.client.Json;
import org.parley.it.server.Parley;
import org.parley.it.server.TestSettings;

/** The only two built-in administrators disable each other at once, again and again. */
final class AdministratorRace {
    private static final int ROUNDS = 5;
    private static final String BOB = "bob";

    private final Parley adasServer;
    private final Parley bobsServer;

    AdministratorRace(Parley adasServer, Parley bobsServer) {
        this.adasServer = adasServer;
        this.bobsServer = bobsServer;
    }

    /** @param admin a token of somebody of the identity provider, who puts things right after each round */
    void run(String admin) {
        put(adasServer, admin, BOB, true, Json.object("name", "Bob", "password", TestSettings.PASSWORD));
        for (int i = 0; i < ROUNDS; i++) {
            String ada = Cast.login(adasServer, TestSettings.ADMIN);
            String bob = Cast.login(bobsServer, BOB);
            CountDownLatch start = new CountDownLatch(1);
            CompletableFuture<Http.Answer> first = disable(start, adasServer, ada, BOB);
            CompletableFuture<Http.Answer> second = disable(start, bobsServer, bob, TestSettings.ADMIN);
            start.countDown();
            List<Integer> statuses =
                    List.of(first.join().status(), second.join().status());
            // The slower one is out already, or is told that nobody else would be left.
            assertThat(statuses).containsOnlyOnce(200).containsAnyOf(401, 409);
            put(adasServer, admin, TestSettings.ADMIN, true, Json.object());
            put(adasServer, admin, BOB, true, Json.object());
        }
        put(adasServer, admin, BOB, false, Json.object());
        assertThat(operator(adasServer, admin, TestSettings.ADMIN)
                        .put(Json.object("enabled", false))
                        .code())
                .isEqualTo("conflict");
        assertThat(operator(adasServer, admin, TestSettings.ADMIN)
                        .put(Json.object("role", "chat-operator"))
                        .code())
                .isEqualTo("conflict");
    }

    private static CompletableFuture<Http.Answer> disable(
            CountDownLatch start, Parley server, String token, String username) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                start.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return operator(server, token, username).put(Json.object("enabled", false));
        });
    }

    private static void put(
            Parley server,
            String token,
            String username,
            boolean enabled,
            com.fasterxml.jackson.databind.node.ObjectNode fields) {
        fields.put("enabled", enabled).put("role", "chat-admin");
        operator(server, token, username).put(fields).expect(200);
    }

    private static Http operator(Parley server, String token, String username) {
        return Http.to(server.at("/api/v1/operators/" + username)).bearer(token);
    }
}
