package org.parley.web.protocol;

import jakarta.ejb.AccessLocalException;
import jakarta.ejb.EJBAccessException;
import java.sql.SQLException;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

/** The answer to an unexpected failure. */
public final class Fault {
    private static final String DATA_EXCEPTION = "22"; // a class of SQLSTATEs (ISO 9075) that no repeat can mend

    private Fault() {}

    /** Whether a bean refused the caller's role; servers throw one of two exceptions. */
    public static boolean isDenied(Throwable failure) {
        return failure instanceof EJBAccessException || failure instanceof AccessLocalException;
    }

    /** UNAVAILABLE when the database failed for the moment, so that the same command may be sent again; else INTERNAL. */
    public static ChatException of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql.getSQLState() == null || !sql.getSQLState().startsWith(DATA_EXCEPTION))) {
                return new ChatException(
                        ErrorCode.UNAVAILABLE, "The database cannot answer now. Try again with the same id.");
            }
        }
        return new ChatException(ErrorCode.INTERNAL, "A fault of the server; its log says more.");
    }
}
