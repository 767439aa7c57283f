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

    private final long begin = System.nanoTime();
    private final List<Moment> moments = new ArrayList<>();

    synchronized void add(Event event) {
        moments.add(new Moment((System.nanoTime() - begin) / 1_000_000, event));
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

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines(event -> true));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
