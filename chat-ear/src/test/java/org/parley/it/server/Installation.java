package org.parley.it.server;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The ways in which Parley is run here. Each is started once in a process of tests, all together when the first one is
 * asked for, and ended after the last test. Without a choice they are two, with each database and each artefact once:
 * the build has to be quick, and classes with a server of their own run {@code chat.war} on H2 besides. {@code
 * -Dparley.it.installations=MICRO_H2,EAR_H2} chooses.
 */
public enum Installation {
    MICRO_POSTGRESQL(() -> ParleyServer.on(Database.POSTGRESQL).start()),
    MICRO_H2(() -> ParleyServer.on(Database.H2).start()),
    EAR_H2(() -> new EarServer().start());

    private static final String CHOICE = System.getProperty("parley.it.installations", "MICRO_POSTGRESQL,EAR_H2");

    private final Supplier<Parley> starter;

    Installation(Supplier<Parley> starter) {
        this.starter = starter;
    }

    static List<Installation> chosen() {
        return Arrays.stream(CHOICE.split(",")).map(Installation::valueOf).toList();
    }

    /** The running one; it ends with this process. */
    Parley parley() {
        return Fleet.RUNNING.get(this).join();
    }

    /** Kept by the class, not by JUnit: a process of tests has one run of JUnit after the other, for each class one. */
    private static final class Fleet {
        static final Map<Installation, CompletableFuture<Parley>> RUNNING = chosen().stream()
                .collect(Collectors.toMap(
                        Function.identity(), installation -> CompletableFuture.supplyAsync(installation.starter)));
    }
}
