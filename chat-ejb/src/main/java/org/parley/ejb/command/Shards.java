package org.parley.ejb.command;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Spreads conversations over the shards; all commands of one conversation meet in one of them. */
@ApplicationScoped
class Shards {
    @Inject
    GroupCommit groupCommit;

    @Resource
    ManagedExecutorService executor;

    @Inject
    @ConfigProperty(name = "parley.journal.shards")
    int count;

    @Inject
    @ConfigProperty(name = "parley.journal.waiting")
    int mostWaiting;

    @Inject
    @ConfigProperty(name = "parley.journal.batch")
    int mostInBatch;

    private Shard[] shards;

    @PostConstruct
    void prepare() {
        BatchWriter writer = new BatchWriter(groupCommit::run);
        shards = Stream.generate(() -> new Shard(mostWaiting, mostInBatch, executor, writer::write))
                .limit(count)
                .toArray(Shard[]::new);
    }

    <R> CompletionStage<R> submit(Given<?, R> command) {
        return shards[Math.floorMod(command.key().hashCode(), count)].submit(command);
    }
}
