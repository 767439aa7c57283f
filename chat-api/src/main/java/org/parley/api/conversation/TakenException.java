package org.parley.api.conversation;

import jakarta.ejb.ApplicationException;
import org.parley.api.error.ChatException;
import org.parley.api.error.ErrorCode;

/** Another operator was first. */
@ApplicationException(rollback = true)
public class TakenException extends ChatException {
    private static final long serialVersionUID = 1L;

    private final transient Participant owner;

    public TakenException(Participant owner) {
        super(ErrorCode.TAKEN, owner.name() + " has taken this conversation already.");
        this.owner = owner;
    }

    /** @param message for a person: what the other operator has taken */
    public TakenException(Participant owner, String message) {
        super(ErrorCode.TAKEN, message);
        this.owner = owner;
    }

    public Participant owner() {
        return owner;
    }
}
