package org.parley.ejb.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * A connection that outlives a restart of the database. Containers pool connections and hand out dead ones until each
 * has failed once, and not all of them can be told to check first. So this connection checks itself: before a
 * transaction it replaces a dead line, and never within one.
 */
final class LastingConnection implements InvocationHandler {
    /** A line that committed within this time is trusted, because a check costs a round trip. */
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private static final int PATIENCE_SECONDS = 2;

    /** Calls that come before a transaction, or end it, whatever their outcome. */
    private static final Set<String> ENDS = Set.of("setAutoCommit", "commit", "rollback");

    /** Opens a line to the database. */
    interface Opener {
        Connection open() throws SQLException;
    }

    /** When some connection to the database last found its line dead; older proofs of the others no longer count. */
    static final class Doubt {
        private final AtomicLong raisedAt = new AtomicLong();
        private volatile boolean raised;

        private void raise(long now) {
            raisedAt.set(now);
            raised = true;
        }

        private boolean isAbout(long proof) {
            return raised && proof - raisedAt.get() <= 0;
        }
    }

    private final Opener opener;
    private final LongSupplier nanos;
    private final Doubt doubt;
    private Connection line;

    /** When this line was opened, or last confirmed a commit. */
    private long proof;

    private boolean closed;
    private boolean autoCommit = true;

    /** Whether this line has an open transaction. */
    private boolean inTransaction;

    private LastingConnection(Opener opener, LongSupplier nanos, Doubt doubt) throws SQLException {
        this.opener = opener;
        this.nanos = nanos;
        this.doubt = doubt;
        this.line = opener.open();
        this.proof = nanos.getAsLong();
    }

    /** @param doubt one for all connections to the database */
    static Connection of(Opener opener, LongSupplier nanos, Doubt doubt) throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                LastingConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new LastingConnection(opener, nanos, doubt));
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        switch (method.getName()) {
            case "equals" -> {
                return self == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(self);
            }
            case "close", "abort" -> closed = true;
            case "isClosed" -> {
                return closed; // a line that broke is replaced
            }
            default -> renew();
        }
        try {
            Object answer = method.invoke(line, arguments);
            if (method.getName().equals("setAutoCommit")) {
                autoCommit = (Boolean) arguments[0];
            } else if (method.getName().equals("commit")) {
                proof = nanos.getAsLong();
            }
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            inTransaction = !autoCommit && !ENDS.contains(method.getName());
        }
    }

    private void renew() throws SQLException {
        if (closed || inTransaction || isAlive()) {
            return;
        }
        try {
            line.close();
        } catch (SQLException e) {
            // It is dead; this only frees its resources.
        }
        line = opener.open();
        line.setAutoCommit(autoCommit);
        proof = nanos.getAsLong();
    }

    private boolean isAlive() throws SQLException {
        long now = nanos.getAsLong();
        if (!line.isClosed()) {
            if (now - proof < PAUSE && !doubt.isAbout(proof)) {
                return true;
            }
            if (line.isValid(PATIENCE_SECONDS)) {
                proof = now;
                return true;
            }
        }
        doubt.raise(now);
        return false;
    }
}
