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
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs commands in transactions of the container: those with the same key one after the other, those with different
 * keys at the same time. So a row that somebody else locks for long delays only its own commands.
 */
final class Turns {
    private static final Logger LOG = Logger.getLogger(Turns.class.getName());

    private final int mostAtOnce;
    private final int mostWaiting;
    private final Executor executor;
    private final Consumer<List<Given<?, ?>>> writer;

    /** The commands that wait, by key; a key is here as long as one of its commands runs or waits. */
    private final Map<String, List<Given<?, ?>>> waiting = new HashMap<>();

    /** The keys of which a command waits and none runs. */
    private final Deque<String> ready = new ArrayDeque<>();

    private int inside;
    private int running;

    /** @param writer writes commands of one key and tells each its outcome */
    Turns(int mostAtOnce, int mostWaiting, Executor executor, Consumer<List<Given<?, ?>>> writer) {
        this.mostAtOnce = mostAtOnce;
        this.mostWaiting = mostWaiting;
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
        for (String key = next(); key != null; key = next()) {
            List<Given<?, ?>> commands = taken(key);
            try {
                writer.accept(commands);
            } catch (RuntimeException | Error e) {
                LOG.log(Level.SEVERE, "Commands failed in an unknown way; their senders may try again", e);
                commands.forEach(command -> command.fail(Shard.tooMuch()));
            } finally {
                done(key, commands.size());
            }
        }
    }

    private synchronized String next() {
        if (ready.isEmpty()) {
            running--;
        }
        return ready.poll();
    }

    private synchronized List<Given<?, ?>> taken(String key) {
        return waiting.put(key, new ArrayList<>());
    }

    private synchronized void done(String key, int commands) {
        inside -= commands;
        if (waiting.get(key).isEmpty()) {
            waiting.remove(key);
        } else {
            ready.add(key);
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
