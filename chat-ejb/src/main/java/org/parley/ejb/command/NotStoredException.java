package org.parley.ejb.command;

import jakarta.ejb.ApplicationException;

/**
 * The database refused a transaction of the journal, which tries again in another way. As an application exception it
 * keeps the container from logging it as a fault.
 */
@ApplicationException(rollback = true)
class NotStoredException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotStoredException(Throwable cause) {
        super("The database refused a batch", cause);
    }
}
