package org.parley.ejb.database;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * A connection that outlives a restart of the database. Containers pool connections and hand out dead ones until each has
 * failed once; there is no way to tell all of them to look first. So this one looks by itself: before a transaction it
 * replaces a line that is dead, and never within one.
 */
final class LastingConnection implements InvocationHandler {
    /** A line that was good a moment ago is used as it is: asking costs a round trip. */
    private static final long PAUSE = Duration.ofSeconds(1).toNanos();

    private static final int PATIENCE_SECONDS = 2;

    /** What a transaction has not begun with, or ends with, however that goes. */
    private static final Set<String> ENDS = Set.of("setAutoCommit", "commit", "rollback");

    /** Opens a line to the database. */
    interface Opener {
        Connection open() throws SQLException;
    }

    private final Opener opener;
    private final LongSupplier nanos;
    private Connection line;
    private long lastUse;
    private boolean closed;
    private boolean autoCommit = true;

    /** Whether something of a transaction was said on this line that is neither committed nor rolled back. */
    private boolean inTransaction;

    private LastingConnection(Opener opener, LongSupplier nanos) throws SQLException {
        this.opener = opener;
        this.nanos = nanos;
        this.line = opener.open();
        this.lastUse = nanos.getAsLong();
    }

    static Connection of(Opener opener, LongSupplier nanos) throws SQLException {
        return (Connection) Proxy.newProxyInstance(
                LastingConnection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                new LastingConnection(opener, nanos));
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
            }
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        } finally {
            lastUse = nanos.getAsLong();
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
            // It is dead, and this was to free what is left of it.
        }
        line = opener.open();
        line.setAutoCommit(autoCommit);
    }

    private boolean isAlive() throws SQLException {
        if (line.isClosed()) {
            return false;
        }
        return nanos.getAsLong() - lastUse < PAUSE || line.isValid(PATIENCE_SECONDS);
    }
}
