package org.parley.web.connection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.parley.api.conversation.ConversationId;
import org.parley.api.conversation.Conversations;
import org.parley.api.conversation.EntryLog;
import org.parley.api.conversation.EntryPage;
import org.parley.api.error.ChatException;
import org.parley.web.protocol.CloseCode;

/**
 * Fetches missing entries for devices from the database, a page at a time, and waits while a device's queue is full. So
 * a device that was away for 10,000 entries costs one page of memory.
 */
@ApplicationScoped
public class CatchUp {
    private static final Logger LOG = Logger.getLogger(CatchUp.class.getName());
    private static final int PAGE = 200;

    @Inject
    Conversations conversations;

    @Inject
    Workers executor;

    /** A log of which the device lacks entries. */
    record Gap(ConversationId conversation, EntryLog log, LogFeed feed) {}

    /** Fetches all missing entries of a device after its {@code hello}. */
    public void fetchAll(Connection connection, Runnable afterwards) {
        fetch(connection, connection.feeds().gaps(), afterwards);
    }

    /** @param afterwards runs once all entries were sent */
    void fetch(Connection connection, List<Gap> gaps, Runnable afterwards) {
        if (gaps.isEmpty()) {
            afterwards.run();
        } else {
            run(connection, new ArrayDeque<>(gaps), afterwards);
        }
    }

    private void run(Connection connection, Deque<Gap> gaps, Runnable afterwards) {
        connection.queue().whenRoom(() -> {
            try {
                executor.execute(() -> stepAsCaller(connection, gaps, afterwards));
            } catch (RejectedExecutionException e) {
                giveUp(connection, e);
            }
        });
    }

    private void stepAsCaller(Connection connection, Deque<Gap> gaps, Runnable afterwards) {
        try {
            connection.asCaller(() -> step(connection, gaps, afterwards));
        } catch (RuntimeException e) {
            giveUp(connection, e);
        }
    }

    private static void giveUp(Connection connection, RuntimeException e) {
        LOG.log(Level.WARNING, "A device could not catch up and is told to come back", e);
        connection.end(CloseCode.INTERNAL);
    }

    private void step(Connection connection, Deque<Gap> gaps, Runnable afterwards) {
        while (!connection.isClosed()) {
            Gap gap = gaps.peek();
            if (gap == null) {
                connection.queue().gather(afterwards);
                return;
            }
            if (!connection.queue().hasRoom()) {
                run(connection, gaps, afterwards);
                return;
            }
            if (gap.feed().advance(page(connection, gap))) {
                gaps.remove();
            }
        }
    }

    private EntryPage page(Connection connection, Gap gap) {
        try {
            return conversations.entries(
                    connection.caller(),
                    gap.conversation(),
                    gap.log(),
                    gap.feed().sent(),
                    PAGE);
        } catch (ChatException noLongerTheirs) {
            return new EntryPage(List.of(), 0);
        }
    }
}
