package org.parley.ejb.command;

import jakarta.ejb.ApplicationException;

/**
 * A transaction of the journal that the database refused. The journal tries again in another way; as an application
 * exception it keeps the container from filling its log with what is no fault.
 */
@ApplicationException(rollback = true)
class NotStoredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotStoredException(Throwable cause) {
        super("The database refused a batch", cause);
    }
}
