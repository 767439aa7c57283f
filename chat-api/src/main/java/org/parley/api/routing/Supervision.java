package org.parley.api.routing;

import java.util.List;
import org.parley.api.conversation.Conversation;
import org.parley.api.security.Caller;

/** What supervisors and administrators do beyond the work of operators. */
public interface Supervision {
    /** How the desk stands now, as the database has it. */
    Board board(Caller supervisor);

    /** The open conversations of all departments, those that began first in front; 500 at most, maybe none. */
    List<Conversation> conversations(Caller supervisor);
}
