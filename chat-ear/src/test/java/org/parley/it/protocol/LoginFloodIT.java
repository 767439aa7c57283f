package org.parley.it.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.it.client.Cast;
import org.parley.it.client.Elsewhere;
import org.parley.it.client.Json;
import org.parley.it.client.Talk;
import org.parley.it.server.Database;
import org.parley.it.server.ParleyServer;
import org.parley.it.server.TestSettings;

/** A server with slow passwords, as shipped, and people who guess them. */
class LoginFloodIT {
    private static final int TRIES = 4;

    private static ParleyServer server;
    private final AtomicInteger addresses = new AtomicInteger(10);

    private Cast cast;

    @BeforeAll
    static void startServer() {
        server = ParleyServer.on(Database.H2)
                .with("parley.password.rounds", 60_000)
                .with("parley.login.tries", TRIES)
                .start();
    }

    @AfterAll
    static void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void gatherCast() {
        cast = new Cast(server);
    }

    @AfterEach
    void dismissCast() throws IOException {
        cast.close();
    }

    @Test
    void hundredWrongLoginsAtOnceShouldSlowNoChat() {
        Talk talk = cast.talk();
        // A machine that has other things to do is slow without any guesses, too.
        Duration quiet = slowest(talk, () -> true);
        ExecutorService guessers = Executors.newFixedThreadPool(100);
        try {
            List<CompletableFuture<Elsewhere.Answer>> guesses = IntStream.range(0, 100)
                    .mapToObj(i ->
                            CompletableFuture.supplyAsync(() -> login(7, Cast.unique("nobody"), "wrong"), guessers))
                    .toList();
            Duration slowest = slowest(talk, () -> guesses.stream().allMatch(CompletableFuture::isDone));
            assertThat(slowest).isLessThan(Duration.ofSeconds(2).plus(quiet.multipliedBy(3)));
            List<Elsewhere.Answer> answers =
                    guesses.stream().map(CompletableFuture::join).toList();
            assertThat(answers).extracting(Elsewhere.Answer::status).isSubsetOf(401, 429, 503);
            assertThat(answers)
                    .filteredOn(answer -> answer.status() == 503)
                    .isNotEmpty()
                    .allSatisfy(answer -> assertThat(
                                    Integer.parseInt(answer.headers().get("retry-after")))
                            .isPositive());
        } finally {
            guessers.shutdownNow();
        }
    }

    @Test
    void guessesFromManyAddressesShouldBeSlowedAndNotTheOwner() {
        assertThat(login(8, TestSettings.ADMIN, TestSettings.PASSWORD).status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            Elsewhere.Answer guess = login(addresses.incrementAndGet(), TestSettings.ADMIN, "wrong");
            assertThat(guess.status()).isIn(401, 429);
            return guess.status() == 429 && Integer.parseInt(guess.headers().get("retry-after")) > 1;
        });
        // Nobody can keep them out of a place where they have signed in before.
        assertThat(login(8, TestSettings.ADMIN, TestSettings.PASSWORD).status()).isEqualTo(200);
        // And nobody else is slowed.
        assertThat(login(9, Cast.unique("nobody"), "wrong").status()).isEqualTo(401);
    }

    /** How long the slowest of some messages took, at least twenty, and as many as there is time for. */
    private static Duration slowest(Talk talk, BooleanSupplier over) {
        Duration slowest = Duration.ZERO;
        for (int said = 0; said < 20 || !over.getAsBoolean(); said++) {
            long before = System.nanoTime();
            talk.say(talk.visitor(), "Message " + said);
            Duration took = Duration.ofNanos(System.nanoTime() - before);
            slowest = took.compareTo(slowest) > 0 ? took : slowest;
        }
        return slowest;
    }

    private static Elsewhere.Answer login(int address, String username, String password) {
        try {
            return Elsewhere.at(address)
                    .post(
                            server.at("/api/v1/login"),
                            Json.object("username", username, "password", password)
                                    .toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
