package org.parley.it.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** What was sent, answered, delivered and broken, in the order in which it happened at the clients. */
final class History {

    /** @param at milliseconds since the beginning of the history */
    record Moment(long at, Event event) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%7d ms  %s", at, event);
        }
    }

    private static final int MOST_SHOWN = 80;

    private final long begin = System.nanoTime();
    private final List<Moment> moments = new ArrayList<>();
    private int written;

    synchronized void add(Event event) {
        moments.add(new Moment((System.nanoTime() - begin) / 1_000_000, event));
        if (event instanceof Event.Acked ack && ack.seq() > 0) {
            written++;
        }
    }

    synchronized List<Moment> moments() {
        return List.copyOf(moments);
    }

    /** The events of one kind, in order. */
    <E extends Event> List<E> all(Class<E> kind) {
        return moments().stream()
                .map(Moment::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** The lines that fit, as text. */
    List<String> lines(Predicate<Event> fits) {
        return moments().stream()
                .filter(moment -> fits.test(moment.event()))
                .map(Moment::toString)
                .toList();
    }

    /** How many acks of entries there are. */
    synchronized int written() {
        return written;
    }

    /** The lines that concern a violation, the faults that were injected meanwhile among them. */
    List<String> around(Violation violation) {
        List<String> found = lines(violation::concerns);
        return found.subList(0, Math.min(MOST_SHOWN, found.size()));
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines(event -> true));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
