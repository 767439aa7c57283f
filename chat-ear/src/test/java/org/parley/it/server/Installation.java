package org.parley.it.server;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * The ways in which Parley is run here. Each is started once in a process of tests, when it is asked for first, and ended
 * after the last test. A build has to be quick: without a choice everything runs on PostgreSQL, and in a suite of its own
 * on the EAR what its container decides; most classes with a server of their own run {@code chat.war} on H2 besides.
 * {@code mvn -Pfull} runs everything everywhere, {@code -Dparley.it.installations=MICRO_H2,EAR_H2} chooses.
 */
public enum Installation {
    MICRO_POSTGRESQL(() -> ParleyServer.on(Database.POSTGRESQL).start()),
    MICRO_H2(() -> ParleyServer.on(Database.H2).start()),
    EAR_H2(() -> new EarServer().start());

    private static final String CHOICE = System.getProperty("parley.it.installations", "");

    private final Supplier<Parley> starter;

    Installation(Supplier<Parley> starter) {
        this.starter = starter;
    }

    /** What a class runs on by itself. */
    static List<Installation> chosen() {
        if (!CHOICE.isBlank()) {
            return Arrays.stream(CHOICE.split(",")).map(Installation::valueOf).toList();
        }
        return Workshop.FULL ? List.of(MICRO_POSTGRESQL, MICRO_H2) : List.of(MICRO_POSTGRESQL);
    }

    /**
     * What a class runs on within the suite of an installation: on that one, or on none.
     *
     * @param artefact whether the artefact and its container decide what is tested
     */
    static List<Installation> inSuite(Installation installation, boolean artefact) {
        return artefact || Workshop.FULL ? List.of(installation) : List.of();
    }

    /** The running one; it ends with this process. */
    Parley parley() {
        return Fleet.RUNNING
                .computeIfAbsent(this, installation -> CompletableFuture.supplyAsync(starter))
                .join();
    }

    /** One that did not start is not tried again. Kept by the class, not by JUnit: a process of tests has one run of JUnit after the other, for each class one. */
    private static final class Fleet {
        static final Map<Installation, CompletableFuture<Parley>> RUNNING = new ConcurrentHashMap<>();
    }
}
