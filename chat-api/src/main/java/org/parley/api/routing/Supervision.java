package org.parley.api.routing;

import java.util.List;
import org.parley.api.conversation.Conversation;
import org.parley.api.security.Caller;

/** Overview for supervisors and administrators. */
public interface Supervision {
    /** The board as the database has it now. */
    Board board(Caller supervisor);

    /** The open conversations of all departments, oldest first; 500 at most, maybe none. */
    List<Conversation> conversations(Caller supervisor);
}
