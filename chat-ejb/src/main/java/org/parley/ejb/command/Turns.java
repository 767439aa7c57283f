package org.parley.ejb.command;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs commands in transactions of the container: those with the same key one after the other, those with different
 * keys at the same time. So a row that somebody else locks for long delays only its own commands. Frequent ones of
 * different keys share a transaction when all threads are busy.
 */
final class Turns {
    private static final Logger LOG = Logger.getLogger(Turns.class.getName());

    private final int mostAtOnce;
    private final int mostWaiting;
    private final int mostInBatch;
    private final Predicate<Given<?, ?>> shares;
    private final Executor executor;
    private final Consumer<List<Given<?, ?>>> writer;

    /** The commands that wait, by key; a key is here as long as one of its commands runs or waits. */
    private final Map<String, List<Given<?, ?>>> waiting = new HashMap<>();

    /** The keys of which a command waits and none runs. */
    private final Deque<String> ready = new ArrayDeque<>();

    private int inside;
    private int running;

    /**
     * @param shares whether a command may share its transaction with those of other keys
     * @param writer writes commands and tells each its outcome
     */
    Turns(
            int mostAtOnce,
            int mostWaiting,
            int mostInBatch,
            Predicate<Given<?, ?>> shares,
            Executor executor,
            Consumer<List<Given<?, ?>>> writer) {
        this.mostAtOnce = mostAtOnce;
        this.mostWaiting = mostWaiting;
        this.mostInBatch = mostInBatch;
        this.shares = shares;
        this.executor = executor;
        this.writer = writer;
    }

    /** Whether a command with the key runs or waits. */
    synchronized boolean isBusy(String key) {
        return waiting.containsKey(key);
    }

    void add(Given<?, ?> command) {
        if (!enters(command)) {
            command.fail(Shard.tooMuch());
            return;
        }
        try {
            if (mayStart()) {
                executor.execute(this::work);
            }
        } catch (RejectedExecutionException e) {
            stopped().forEach(refused -> refused.fail(Shard.tooMuch()));
        }
    }

    private synchronized boolean enters(Given<?, ?> command) {
        if (inside == mostWaiting) {
            return false;
        }
        inside++;
        List<Given<?, ?>> others = waiting.get(command.key());
        if (others == null) {
            waiting.put(command.key(), new ArrayList<>(List.of(command)));
            ready.add(command.key());
        } else {
            others.add(command);
        }
        return true;
    }

    private synchronized boolean mayStart() {
        boolean may = running < mostAtOnce && !ready.isEmpty();
        running += may ? 1 : 0;
        return may;
    }

    private void work() {
        for (List<String> keys = next(); !keys.isEmpty(); keys = next()) {
            List<Given<?, ?>> commands = taken(keys);
            try {
                writer.accept(commands);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.SEVERE, "Commands failed in an unknown way; their senders may try again", e);
                commands.forEach(command -> command.fail(Shard.tooMuch()));
            } finally {
                done(keys, commands.size());
            }
        }
    }

    /** The keys of the next transaction; none when nothing is left to do. */
    private synchronized List<String> next() {
        List<String> keys = new ArrayList<>();
        int commands = 0;
        while (!ready.isEmpty() && (keys.isEmpty() || isShared(keys.get(0)) && isShared(ready.peek()))) {
            commands += waiting.get(ready.peek()).size();
            if (!keys.isEmpty() && commands > mostInBatch) {
                break;
            }
            keys.add(ready.poll());
        }
        running -= keys.isEmpty() ? 1 : 0;
        return keys;
    }

    private boolean isShared(String key) {
        return waiting.get(key).stream().allMatch(shares);
    }

    private synchronized List<Given<?, ?>> taken(List<String> keys) {
        List<Given<?, ?>> commands = new ArrayList<>();
        keys.forEach(key -> commands.addAll(waiting.put(key, new ArrayList<>())));
        return commands;
    }

    private synchronized void done(List<String> keys, int commands) {
        inside -= commands;
        for (String key : keys) {
            if (waiting.get(key).isEmpty()) {
                waiting.remove(key);
            } else {
                ready.add(key);
            }
        }
    }

    /** Nobody runs the ready ones. */
    private synchronized List<Given<?, ?>> stopped() {
        running--;
        List<Given<?, ?>> refused = new ArrayList<>();
        if (running == 0) {
            while (!ready.isEmpty()) {
                refused.addAll(waiting.remove(ready.poll()));
            }
            inside -= refused.size();
        }
        return refused;
    }
}
