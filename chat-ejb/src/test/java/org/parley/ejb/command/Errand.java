package org.parley.ejb.command;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.parley.api.command.Command;
import org.parley.api.conversation.Participant;
import org.parley.api.conversation.ParticipantKind;
import org.parley.api.security.Caller;
import org.parley.api.security.Circle;
import org.parley.api.security.Role;

/** A command that names its key and what it does. */
record Errand<R>(String key, Supplier<R> work) implements Command<R> {
    private static final Caller VISITOR =
            new Caller(new Participant(ParticipantKind.VISITOR, "v", null), "shop", Set.of(Role.VISITOR));

    /** Given by somebody, to be done by itself. */
    static <R> Given<Errand<R>, R> alone(String key, Supplier<R> work) {
        return new Given<>(VISITOR, new Errand<>(key, work), new Road<>(Set.of(Circle.EVERYBODY), new Does<R>(), null));
    }

    /** Given by somebody, to be done together with others; all have one key. */
    static Given<Errand<String>, String> shared(String name) {
        return new Given<>(
                VISITOR, new Errand<>(name, () -> name), new Road<>(Set.of(Circle.EVERYBODY), null, new DoesMany()));
    }

    static final class Does<R> implements Doer<Errand<R>, R> {
        @Override
        public Class<Errand<R>> command() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String key(Caller caller, Errand<R> errand) {
            return errand.key();
        }

        @Override
        public R run(Caller caller, Errand<R> errand) {
            return errand.work().get();
        }
    }

    private static final class DoesMany implements BatchDoer {
        @Override
        public boolean does(Class<?> type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String key(Caller caller, Command<?> command) {
            return new UUID(0, 1).toString();
        }

        @Override
        public void check(Command<?> command) {}

        @Override
        public void run(List<? extends Given<?, ?>> commands, boolean careful) {
            throw new UnsupportedOperationException();
        }
    }
}
