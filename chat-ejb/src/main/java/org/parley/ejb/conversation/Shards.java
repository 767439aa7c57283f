package org.parley.ejb.conversation;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
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
        shards = Stream.generate(() -> new Shard(mostWaiting, mostInBatch, executor, groupCommit::run))
                .limit(count)
                .toArray(Shard[]::new);
    }

    <T> CompletionStage<T> submit(Object key, Supplier<T> work) {
        String name = key.toString();
        return shards[Math.floorMod(name.hashCode(), count)].submit(new Shard.Command<>(name, work));
    }
}
