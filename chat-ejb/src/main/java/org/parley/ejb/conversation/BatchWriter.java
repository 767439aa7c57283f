package org.parley.ejb.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a batch in as few transactions as it can, and finds the one that spoils it: what fails together is tried once more
 * looking for repeated ids, then each by itself.
 */
final class BatchWriter {
    /** One transaction; when it throws, nothing of it is stored. */
    interface Transaction {
        /** @param careful whether commands may be repeats of earlier ones */
        void run(List<? extends Command<?>> commands, boolean careful);
    }

    private final Transaction transaction;

    BatchWriter(Transaction transaction) {
        this.transaction = transaction;
    }

    void write(List<Command<?>> batch) {
        int from = 0;
        for (int to = 1; to <= batch.size(); to++) {
            // Messages and marks share a transaction, other commands have theirs, in the order in which they came.
            if (to == batch.size() || isWork(batch.get(to)) != isWork(batch.get(from))) {
                writeTogether(batch.subList(from, to));
                from = to;
            }
        }
    }

    private static boolean isWork(Command<?> command) {
        return command instanceof Work;
    }

    private void writeTogether(List<Command<?>> commands) {
        // Rows are locked as commands run: one order for all shards and nodes, and no two wait for each other.
        // Sorting is stable, so the commands of one conversation keep theirs.
        List<Command<?>> ordered = new ArrayList<>(commands);
        ordered.sort(Comparator.comparing(Command::key));
        boolean written = failure(ordered, false) == null
                || !isWork(ordered.get(0)) && ordered.size() > 1 && failure(ordered, true) == null;
        for (Command<?> command : commands) {
            RuntimeException failure = written && !command.isPutOff() ? null : failure(List.of(command), true);
            if (failure != null) {
                command.fail(failure);
            }
        }
    }

    /** @return why nothing was stored; null when all of it is committed */
    private RuntimeException failure(List<Command<?>> commands, boolean careful) {
        try {
            transaction.run(commands, careful);
        } catch (RuntimeException e) {
            return e;
        }
        commands.stream().filter(command -> !command.isPutOff()).forEach(Command::committed);
        return null;
    }
}
