package org.parley.api.invitation;

import jakarta.ejb.ApplicationException;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

/** The visitor to invite is not there. The transaction goes on, because the attempt is counted. */
@ApplicationException(rollback = false)
public class NobodyThereException extends ChatException {
    private static final long serialVersionUID = 1L;

    public NobodyThereException() {
        super(ErrorCode.UNREACHABLE, "The visitor has left. Nothing was sent.");
    }
}
