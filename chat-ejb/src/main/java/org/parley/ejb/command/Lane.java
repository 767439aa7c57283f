package org.parley.ejb.command;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.command.Command;

/**
 * Writes the frequent commands of some conversations on one thread, a batch at a time, and passes the others on to
 * transactions of the container. Commands with the same key keep their order, on whichever way they go. While more wait
 * to be written, another thread tells of the last batch.
 */
final class Lane implements Runnable {
    private static final Logger LOG = Logger.getLogger(Lane.class.getName());

    private final BlockingQueue<Given<?, ?>> waiting;
    private final int mostInBatch;
    private final Predicate<Command<?>> takes;
    private final LaneWriter writer;
    private final Turns turns;
    private final Executor teller;
    /** Done when all news but those of the batch at hand are told. */
    private CompletableFuture<Void> told = CompletableFuture.completedFuture(null);

    private volatile boolean ended;

    /**
     * @param takes whether the writer writes such a command
     * @param teller tells of what was written
     */
    Lane(
            int mostWaiting,
            int mostInBatch,
            Predicate<Command<?>> takes,
            LaneWriter writer,
            Turns turns,
            Executor teller) {
        this.waiting = new ArrayBlockingQueue<>(mostWaiting);
        this.mostInBatch = mostInBatch;
        this.takes = takes;
        this.writer = writer;
        this.turns = turns;
        this.teller = teller;
    }

    <R> CompletionStage<R> submit(Given<?, R> command) {
        boolean taken = waiting.offer(command);
        if (!taken || ended && waiting.remove(command)) {
            command.fail(Shard.tooMuch());
        }
        return command.outcome();
    }

    @Override
    public void run() {
        List<Given<?, ?>> batch = new ArrayList<>();
        while (!ended) {
            try {
                gather(batch);
                write(batch);
            } catch (InterruptedException e) {
                ended = true;
            } catch (RuntimeException | Error e) {
                LOG.log(Level.SEVERE, "A batch of the journal failed; its senders may try again", e);
                fail(batch);
            }
            batch.clear();
        }
        waiting.drainTo(batch);
        fail(batch);
        told.join();
        writer.close();
    }

    private void gather(List<Given<?, ?>> batch) throws InterruptedException {
        // Not for ever: nobody may interrupt a thread that could just be writing a database's file.
        Given<?, ?> first = waiting.poll(1, TimeUnit.SECONDS);
        if (first != null) {
            batch.add(first);
            waiting.drainTo(batch, mostInBatch - 1);
        }
    }

    private static void fail(Collection<Given<?, ?>> commands) {
        commands.forEach(command -> command.fail(Shard.tooMuch()));
    }

    /** After the batch that is being written. */
    void end() {
        ended = true;
    }

    void write(List<Given<?, ?>> batch) {
        Set<String> behind = new HashSet<>();
        List<Given<?, ?>> quick = new ArrayList<>(batch.size());
        for (Given<?, ?> command : batch) {
            if (takes.test(command.command()) && !behind.contains(command.key()) && !turns.isBusy(command.key())) {
                quick.add(command);
            } else {
                behind.add(command.key());
            }
        }
        Set<Given<?, ?>> written = new LinkedHashSet<>(quick);
        List<Runnable> news = new ArrayList<>();
        if (!quick.isEmpty()) {
            writer.write(quick, news::add).forEach(written::remove);
        }
        told.join();
        Runnable tell = () -> tell(news, written);
        if (written.size() == batch.size() && !waiting.isEmpty()) {
            told = soon(tell);
            return;
        }
        tell.run();
        batch.stream().filter(command -> !written.contains(command)).forEach(turns::add);
    }

    private CompletableFuture<Void> soon(Runnable tell) {
        try {
            return CompletableFuture.runAsync(tell, teller);
        } catch (RejectedExecutionException stopping) {
            tell.run();
            return CompletableFuture.completedFuture(null);
        }
    }

    private static void tell(List<Runnable> news, Collection<Given<?, ?>> written) {
        try {
            news.forEach(Runnable::run);
            written.forEach(Given::committed);
        } catch (RuntimeException | Error e) {
            LOG.log(Level.SEVERE, "Something was stored, and not everybody was told", e);
            fail(written);
        }
    }
}
