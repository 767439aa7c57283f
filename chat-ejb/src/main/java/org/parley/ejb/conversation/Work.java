package org.parley.ejb.conversation;

import java.util.function.Supplier;

/** A command that does what it has to do by itself; when it is refused, its transaction is rolled back. */
final class Work<T> extends Command<T> {
    private final Supplier<T> work;

    Work(String key, Supplier<T> work) {
        super(key);
        this.work = work;
    }

    void run() {
        done(work.get());
    }
}
