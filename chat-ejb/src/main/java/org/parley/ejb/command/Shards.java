package org.parley.ejb.command;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Spreads conversations over the shards; all commands of one conversation meet in one of them. */
@ApplicationScoped
class Shards {
    /** A batch is committed by then, or its database hangs. */
    private static final long PATIENCE_MILLIS = 5_000;

    @Inject
    GroupCommit groupCommit;

    @Inject
    LaneWriter.Maker laneWriters;

    @Inject
    CommandWorkers workers;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    @ConfigProperty(name = "parley.journal.lanes")
    boolean hasLanes;

    @Inject
    @ConfigProperty(name = "parley.journal.shards")
    int count;

    @Inject
    @ConfigProperty(name = "parley.journal.waiting")
    int mostWaiting;

    @Inject
    @ConfigProperty(name = "parley.journal.batch")
    int mostInBatch;

    @Inject
    @ConfigProperty(name = "parley.journal.transactions")
    int mostAtOnce;

    private Shard[] shards;
    private final List<Lane> lanes = new ArrayList<>();
    private final List<Thread> running = new ArrayList<>();

    @PostConstruct
    void prepare() {
        BatchWriter writer = new BatchWriter(groupCommit::run);
        shards = Stream.generate(() -> new Shard(mostWaiting, mostInBatch, workers, writer::write))
                .limit(count)
                .toArray(Shard[]::new);
        for (int i = 0; hasLanes && i < count; i++) {
            Turns turns = new Turns(mostAtOnce, mostWaiting, mostInBatch, this::isGathered, workers, writer::write);
            Lane lane = new Lane(mostWaiting, mostInBatch, laneWriters::takes, laneWriters.open(), turns, workers);
            lanes.add(lane);
            Thread thread = threads.newThread(lane);
            thread.setName("parley-lane-" + i);
            running.add(thread);
            thread.start();
        }
    }

    @PreDestroy
    void end() {
        lanes.forEach(Lane::end);
        for (Thread thread : running) {
            try {
                thread.join(PATIENCE_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    <R> CompletionStage<R> submit(Given<?, R> command) {
        int number = Math.floorMod(command.key().hashCode(), count);
        return hasLanes ? lanes.get(number).submit(command) : shards[number].submit(command);
    }

    /** Whether it is frequent and not for a lane. What a lane left may wait for a lock, and waits alone. */
    private boolean isGathered(Given<?, ?> command) {
        return command.isShared() && !laneWriters.takes(command.command());
    }
}
