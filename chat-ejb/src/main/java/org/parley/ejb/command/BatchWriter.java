package org.parley.ejb.command;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes a batch in as few transactions as it can. A failing batch is tried once more, with a look for repeated ids,
 * and then each command by itself.
 */
final class BatchWriter {
    /** One transaction; when it throws, nothing of it is stored. */
    interface Transaction {
        /** @param careful whether commands may be repeats of earlier ones */
        void run(List<? extends Given<?, ?>> commands, boolean careful);
    }

    private final Transaction transaction;

    BatchWriter(Transaction transaction) {
        this.transaction = transaction;
    }

    void write(List<Given<?, ?>> batch) {
        int from = 0;
        for (int to = 1; to <= batch.size(); to++) {
            // Commands of a batch doer share a transaction, the others have their own, in the order of arrival.
            if (to == batch.size()
                    || batch.get(to).isShared() != batch.get(from).isShared()) {
                writeTogether(batch.subList(from, to));
                from = to;
            }
        }
    }

    private void writeTogether(List<Given<?, ?>> commands) {
        // Rows are locked as commands run: one order for all shards and nodes, and no two wait for each other.
        // Sorting is stable, so the commands of one conversation keep theirs.
        List<Given<?, ?>> ordered = new ArrayList<>(commands);
        ordered.sort(Comparator.comparing(Given::key));
        boolean written = failure(ordered, false) == null
                || ordered.get(0).isShared() && ordered.size() > 1 && failure(ordered, true) == null;
        for (Given<?, ?> command : commands) {
            RuntimeException failure = written && !command.isPutOff() ? null : failure(List.of(command), true);
            if (failure != null) {
                command.fail(failure);
            }
        }
    }

    /** @return why nothing was stored; null when everything is committed */
    private RuntimeException failure(List<Given<?, ?>> commands, boolean careful) {
        try {
            transaction.run(commands, careful);
        } catch (RuntimeException e) {
            return e;
        }
        commands.stream().filter(command -> !command.isPutOff()).forEach(Given::committed);
        return null;
    }
}
