package org.parley.web.connection;

import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.parley.api.conversation.Entry;
import org.parley.api.conversation.Line;
import org.parley.api.conversation.Participant;
import org.parley.web.protocol.ServerFrame;

/**
 * The lines that a device in batch mode is saying. It knows its own words, so their {@code ack} leaves in the place of
 * the entry: in the order of the log, once it is committed. An entry that does not come this way (a device that catches
 * up, a repeated id) is sent as to every other device, and the {@code ack} follows by itself.
 */
public final class OwnLines {
    private final Participant author;
    private final Map<String, Said> said = new ConcurrentHashMap<>(2);

    OwnLines(Participant author) {
        this.author = author;
    }

    private record Said(Line line, AtomicBoolean answered) {
        /** Whether the ack is still to be sent; true only once. */
        boolean answer() {
            return answered.compareAndSet(false, true);
        }

        boolean isIn(Entry entry) {
            return line.conversation().equals(entry.conversation())
                    && line.kind() == entry.kind()
                    && line.text().equals(entry.text());
        }
    }

    /**
     * Has a line written.
     *
     * @return its {@code ack}; null when that has left in the entry's place
     */
    public CompletionStage<String> write(Line line, Supplier<CompletionStage<Entry>> writing) {
        Said one = new Said(line, new AtomicBoolean());
        said.put(line.id(), one);
        CompletionStage<Entry> written;
        try {
            written = writing.get();
        } catch (RuntimeException e) {
            said.remove(line.id(), one);
            throw e;
        }
        return written.whenComplete((entry, failure) -> said.remove(line.id(), one))
                .thenApply(entry -> one.answer() ? ServerFrame.ackOfEntry(line.id(), entry) : null);
    }

    String frameOf(Entry entry, String frame) {
        Said one = entry.clientId() == null ? null : said.get(entry.clientId());
        boolean own = one != null && entry.author().is(author) && one.isIn(entry) && one.answer();
        return own ? ServerFrame.ackOfEntry(entry.clientId(), entry) : frame;
    }
}
